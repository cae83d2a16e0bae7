import { hash } from 'node:crypto';
import { lstatSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ImagineError } from './errors.ts';
import { doneFile, type Entry, type Journal, lockFile, readJournal } from './journal.ts';
import { beside, placeOf } from './target.ts';

/** How long a run waits for another one in the same project, in milliseconds. */
const patience = 5_000;

/** SHA-256 of a text, in hex. */
export const digestOf = (text: string | Uint8Array): string => hash('sha256', text);

/** Takes a commit back, as far as nobody has changed its files since. False where a step failed. */
export function undo(root: string, { mark, made, files }: Journal): boolean {
  const lock = join(root, lockFile);
  const steps = [
    () => rmSync(beside(lock, mark, 'new'), { force: true }),
    ...files.toReversed().map((entry) => () => restore(root, entry, mark)),
    ...made.toReversed().map((folder) => () => removeEmpty(placeOf(root, folder, false))),
  ];
  const clean = steps.map(attempt).every((worked) => worked);
  return clean && attempt(() => rmSync(lock, { force: true }));
}

function restore(root: string, { path: wanted, existed, digest }: Entry, mark: string): void {
  const path = placeOf(root, wanted, digest !== null);
  const old = beside(path, mark, 'old');
  rmSync(beside(path, mark, 'new'), { force: true });
  const ours = digestAt(path) === digest;
  if (!existed) {
    if (ours) rmSync(path, { force: true });
  } else if (lstatSync(old, { throwIfNoEntry: false })) {
    if (ours) renameSync(old, path);
    rmSync(old, { force: true });
  }
}

/** The digest of a file; null where there is none. */
function digestAt(path: string): string | null {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return null;
  return stats.isFile() ? digestOf(readFileSync(path)) : '';
}

function attempt(step: () => void): boolean {
  try {
    step();
    return true;
  } catch {
    return false;
  }
}

/** Removes a folder if nothing is in it. */
export function removeEmpty(path: string): void {
  try {
    rmdirSync(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(code)) throw error;
  }
}

/** Cleans away the old files of a commit that came to its end. */
export function forget(root: string, { mark, files }: Journal): void {
  for (const { path, digest } of files) {
    const place = placeOf(root, path, digest !== null);
    rmSync(beside(place, mark, 'old'), { force: true });
    if (digest === null) removeEmptyAbove(root, dirname(place));
  }
  rmSync(join(root, doneFile), { force: true });
}

function removeEmptyAbove(root: string, folder: string): void {
  if (!folder.startsWith(`${root}/`)) return;
  if (attempt(() => rmdirSync(folder))) removeEmptyAbove(root, dirname(folder));
}

/**
 * Puts a project in order before it is read: a commit that was killed is undone, one at work waited
 * for. Throws, code 3, where another run does not come to its end.
 */
export async function recover(root: string): Promise<void> {
  const done = readJournal(root, doneFile);
  if (done.state === 'left') forget(root, done.journal);
  for (const end = Date.now() + patience; ; await sleep(50)) {
    const found = readJournal(root, lockFile);
    if (found.state === 'none') return;
    if (found.state === 'cut') rmSync(join(root, lockFile), { force: true });
    if (found.state === 'left' && !undo(root, found.journal)) throw stuck(root);
    if (found.state === 'busy' && Date.now() > end) throw busy(found.pid);
  }
}

const busy = (pid?: number): ImagineError =>
  new ImagineError(
    `another run is at work in this project${pid ? ` (process ${pid})` : ''}; wait for its end, then run this again`,
    3,
  );

const stuck = (root: string): ImagineError =>
  new ImagineError(`${join(root, lockFile)}: left by a killed run that can't be undone; see it`, 3);
