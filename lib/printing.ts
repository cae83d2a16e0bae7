import { formatters } from './formatters/catalog.ts';
import type { Around, SetUp } from './formatters/formatter.ts';
import type { Note, Project } from './types.ts';

/** Prints as the project's own formatters do, so that their checks find nothing of the tool's. */
export interface Printing {
  /** A new file's text; undefined where no formatter prints it. */
  print(path: string, text: string): Promise<string | undefined>;
  /**
   * A text of the user's after an edit. One that was as its formatter prints it is so again; another
   * stays as it was edited, and so does one of which printing would lose a line more.
   */
  tidy(path: string, before: string | undefined, after: string): Promise<string>;
  readonly notes: readonly Note[];
}

/** How a project's formatters print; a new app is written as they do. */
export async function printingOf({ existing, theirs, surroundings }: Project): Promise<Printing> {
  const around: Around = { theirs, up: surroundings.up, folder: surroundings.folder };
  const found = existing ? await Promise.all(formatters.map((each) => each.setUp(around))) : [];
  const setUps = found.filter((each) => each !== undefined);
  const print = (path: string, text: string) => firstOf(setUps, path, text);
  return {
    print,
    tidy: async (path, before = '', after) => {
      if (before === after || (before !== '' && (await print(path, before)) !== before))
        return after;
      const printed = (await print(path, after)) ?? after;
      return keepsLines(before, after, printed) ? printed : after;
    },
    notes: setUps.flatMap(({ notes }) => notes),
  };
}

async function firstOf(
  setUps: readonly SetUp[],
  path: string,
  text: string,
): Promise<string | undefined> {
  for (const { print } of setUps) {
    const printed = await print(path, text);
    if (printed !== undefined) return printed;
  }
  return undefined;
}

/** Whether each line of the user's that an edit kept is in the printed text, too. */
function keepsLines(before: string, edited: string, printed: string): boolean {
  const [kept, after] = [new Set(edited.split('\n')), new Set(printed.split('\n'))];
  return before.split('\n').every((line) => !kept.has(line) || after.has(line));
}
