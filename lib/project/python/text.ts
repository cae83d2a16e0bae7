/** The line, from 1, that a pattern matches first; 1 where none does. */
export const lineMatching = (text: string, pattern: RegExp): number =>
  Math.max(
    0,
    linesOf(text).findIndex((line) => pattern.test(line)),
  ) + 1;

/** The lines of a text, whatever ends them. */
export const linesOf = (text: string): readonly string[] => text.split(/\r?\n/);

/** A path below a folder (`''`: the root). */
export const below = (folder: string, path: string): string =>
  folder === '' ? path : `${folder}/${path}`;

/** The folder of a path, `''` for the root. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The last part of a path. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
