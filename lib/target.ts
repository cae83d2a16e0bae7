import { lstatSync, realpathSync, type Stats } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { ImagineError } from './errors.ts';
import { gitRoot } from './git.ts';
import type { Change } from './types.ts';

/** A change as the commit takes it: other generators of a run may write bytes. */
export type Write = Omit<Change, 'text'> & { readonly text: string | Uint8Array | null };

/** One file of a commit, and where it really lies. */
export interface Target {
  readonly change: Write;
  /** Where the bytes really go: a symlink inside the project is followed. */
  readonly path: string;
  readonly mode: number | undefined;
  /** What is there now. */
  readonly stats: Stats | undefined;
}

/** The name beside a file under which its new or its old text waits. */
export const beside = (path: string, mark: string, kind: 'new' | 'old'): string =>
  join(dirname(path), `.imagine-${mark}.${kind}.${basename(path)}`);

/** Finds where a change goes, and refuses what leads out of the project or is no file. */
export function locate(root: string, change: Write): Target {
  const path = placeOf(root, change.path, change.text !== null);
  const stats = lstat(path);
  if (stats?.isDirectory())
    throw new ImagineError(`${change.path}: a folder is where a file must be; move it away`, 3);
  if (stats && !stats.isFile() && !stats.isSymbolicLink())
    throw new ImagineError(`${change.path}: is no file that can be written; move it away`, 3);
  return { change, path, mode: change.mode ?? (stats && stats.mode & 0o7777), stats };
}

/**
 * The real path of a file in a project, through a link if asked. Throws, code 3, where it lies
 * outside. Only what says so in its path (`../`) may go up, as far as the repository's root.
 */
export function placeOf(root: string, path: string, follow: boolean): string {
  const limit = path.startsWith('../') ? (gitRoot(root) ?? root) : root;
  const wanted = join(root, path);
  const linked = follow && lstat(wanted)?.isSymbolicLink();
  const place = linked ? throughLink(wanted, path) : wanted;
  for (const real of [nearestReal(dirname(wanted)), place]) {
    if (real === limit || real.startsWith(limit + sep)) continue;
    throw new ImagineError(`${path}: leads out of the project; nothing is written there`, 3);
  }
  return place;
}

function throughLink(wanted: string, path: string): string {
  try {
    return realpathSync.native(wanted);
  } catch {
    throw new ImagineError(`${path}: is a symbolic link to nothing; mend it or remove it`, 3);
  }
}

function nearestReal(path: string): string {
  return lstat(path) ? realpathSync.native(path) : nearestReal(dirname(path));
}

function lstat(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTDIR') throw error;
    throw new ImagineError(`${path}: a file is where a folder must be; move it away`, 3);
  }
}
