import { reader } from './disk/read.ts';
import { walk } from './disk/walk.ts';
import type { Files, Note } from './types.ts';

/** A project's files on disk, read when asked and kept; bounded in size, number and depth. */
export function filesOn(root: string): Files {
  const texts = new Map<string, string | undefined>();
  const passedOver: Note[] = [];
  const read = reader(root, passedOver);
  let listed: readonly string[] | undefined;
  return {
    read(path) {
      if (!texts.has(path)) texts.set(path, read(path));
      return texts.get(path);
    },
    list: () => (listed ??= walk(root, passedOver)),
    passedOver: () => passedOver,
  };
}

/** Files in memory, for tests and for planning over what earlier generators of a run wrote. */
export const filesOf = (texts: Readonly<Record<string, string>>): Files => ({
  read: (path) => texts[path],
  list: () => Object.keys(texts).sort(),
});
