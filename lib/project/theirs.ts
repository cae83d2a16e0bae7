import { stacks } from '../stacks/catalog.ts';
import type { State } from '../state.ts';
import type { Files } from '../types.ts';

/**
 * The project as its user wrote it: files that the tool made are not there, and what it spliced
 * into the user's files is taken out again. The tool must not find its own work.
 */
export async function theirs(files: Files, { base, found }: State): Promise<Files> {
  const texts = new Map<string, string | undefined>();
  for (const [path, written] of Object.entries(base)) {
    const now = files.read(path);
    texts.set(path, now && (await without(written, found[path] ?? asItIs(path, now), now)));
  }
  const read = (path: string): string | undefined =>
    texts.has(path) ? texts.get(path) : files.read(path);
  const list = (): readonly string[] =>
    files.list().filter((path) => !texts.has(path) || texts.get(path) !== undefined);
  return { ...files, read, list };
}

/** A text without what the tool wrote into it; undefined where it made the file. */
async function without(
  written: string,
  before: string | undefined,
  now: string,
): Promise<string | undefined> {
  if (before === undefined || now === written) return before;
  const { merge3 } = await import('../documents/merge3.ts');
  const { text, conflict } = merge3(written, now, before);
  return conflict ? now : text;
}

/** Where it is not known how a shared file was found, it counts as the user's. */
const asItIs = (path: string, now: string): string | undefined =>
  path === 'README.md' || stacks.some(({ language }) => language.manifest === path)
    ? now
    : undefined;
