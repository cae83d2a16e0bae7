import { metIn } from './errors.ts';
import type { Declarations, Files, Note } from './types.ts';

/** What the user's own files lack that stay as they are. Throws ImagineError where one is broken. */
export async function findingsIn(
  theirs: Files,
  { inspections = [] }: Declarations,
): Promise<readonly Note[]> {
  const notes: Note[] = [];
  for (const { path, look } of inspections) {
    const text = theirs.read(path);
    if (text === undefined) continue;
    const found = await look(text).catch((error: unknown) => {
      throw metIn(path, error);
    });
    notes.push(...found.map((note) => ({ ...note, file: path })));
  }
  return notes;
}
