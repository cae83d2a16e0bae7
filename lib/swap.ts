import {
  chmodSync,
  closeSync,
  copyFileSync,
  fchownSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { beside, type Target } from './target.ts';

/**
 * Writes a new text beside its target. Synced where it will replace a file: after a loss of power
 * that is the old one or the new one. A new file can be made again.
 */
export function stage({ change, path, mode, stats }: Target, mark: string): void {
  if (change.text === null) return;
  const temporary = beside(path, mark, 'new');
  const file = openSync(temporary, 'wx', mode ?? 0o666);
  try {
    writeFileSync(file, change.text);
    if (stats && stats.uid !== process.getuid?.()) giveTo(file, stats);
    if (stats) fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (mode !== undefined) chmodSync(temporary, mode);
}

/** Whoever owned the file owns the new one, where this process may give it away. */
function giveTo(file: number, { uid, gid }: { uid: number; gid: number }): void {
  try {
    fchownSync(file, uid, gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
}

/** Puts the new text in its place, and keeps the old file beside it until the commit is through. */
export function swap({ change, path, stats }: Target, mark: string): void {
  const old = beside(path, mark, 'old');
  if (change.text === null) {
    if (stats) renameSync(path, old);
    return;
  }
  if (stats) keep(path, old);
  renameSync(beside(path, mark, 'new'), path);
}

/** A second name for the same file; a copy where the file system has no links. */
function keep(path: string, old: string): void {
  try {
    linkSync(path, old);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code)) throw error;
    copyFileSync(path, old);
    const { atime, mtime } = lstatSync(path);
    utimesSync(old, atime, mtime);
  }
}
