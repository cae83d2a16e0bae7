import { posix } from 'node:path';
import type { Around } from './formatter.ts';

/** A file of settings, and the folder that it lies in (`.` is the project's own). */
export interface Located {
  readonly folder: string;
  readonly path: string;
  readonly text: string;
}

/** The folders from a file's own up to the root of the repository, the nearest first. */
export function foldersAbove(path: string, up: string): readonly string[] {
  const top = up === '' ? '.' : up.replace(/\/$/, '');
  const folders = [posix.dirname(path)];
  for (let folder = folders[0] ?? top; folder !== top; ) {
    if (folder === '.') folder = '..';
    else folder = /(?:^|\/)\.\.$/.test(folder) ? `${folder}/..` : posix.dirname(folder);
    folders.push(folder);
  }
  return folders;
}

/** A file as a folder above it sees it; undefined where it is not below that folder. */
export function seenFrom(
  { folder: own }: Around,
  folder: string,
  path: string,
): string | undefined {
  const [top, file] = [posix.join(own, folder), posix.join(own, path)];
  if (top === '.') return file;
  return file.startsWith(`${top}/`) ? file.slice(top.length + 1) : undefined;
}

/** The files of some names in the folders above a path: the nearest folder first, in it as they are named. */
export const filesAbove = (
  { theirs, up }: Around,
  path: string,
  names: readonly string[],
): readonly Located[] =>
  foldersAbove(path, up).flatMap((folder) =>
    names.flatMap((name) => {
      const at = posix.join(folder, name);
      const text = theirs.read(at);
      return text === undefined ? [] : [{ folder, path: at, text }];
    }),
  );
