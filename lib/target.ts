import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { ImagineError } from './errors.ts';
import type { Change } from './types.ts';

/** A change as the commit takes it: other generators of a run may write bytes. */
export type Write = Omit<Change, 'text'> & { readonly text: string | Uint8Array | null };

/** One file of a commit, and where it really lies. */
export interface Target {
  readonly change: Write;
  /** Where the bytes really go: a symlink inside the project is followed. */
  readonly path: string;
  readonly mode: number | undefined;
  readonly existed: boolean;
}

/** The name beside a target under which its new or its old text waits. */
export const beside = ({ path }: Target, mark: string, kind: 'new' | 'old'): string =>
  join(dirname(path), `.imagine-${mark}.${kind}.${basename(path)}`);

/** Finds where a change goes, and refuses what leads out of the project. */
export async function locate(root: string, change: Write): Promise<Target> {
  const wanted = join(root, change.path);
  const found = await lstat(wanted).catch(ignoreMissing);
  const parent = await nearestReal(dirname(wanted));
  const path = found?.isSymbolicLink() ? await realpath(wanted) : wanted;
  for (const place of [parent, path]) {
    if (place === root || place.startsWith(root + sep)) continue;
    throw new ImagineError(`${change.path}: leads out of the project through a symbolic link`, 3);
  }
  const stats = found?.isSymbolicLink() ? await lstat(path) : found;
  if (stats?.isDirectory())
    throw new ImagineError(`${change.path}: a folder is where a file must be`, 3);
  return {
    change,
    path,
    mode: change.mode ?? (stats && stats.mode & 0o7777),
    existed: Boolean(stats),
  };
}

async function nearestReal(path: string): Promise<string> {
  const real = await realpath(path).catch(ignoreMissing);
  return real ?? nearestReal(dirname(path));
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  if (error.code === 'ENOTDIR')
    throw new ImagineError(`${error.path}: a file is where a folder must be`, 3);
  throw error;
}
