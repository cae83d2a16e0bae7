import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync, renameSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { ImagineError } from './errors.ts';
import { filesOn } from './files.ts';
import {
  doneFile,
  emptyJournal,
  type Journal,
  lockFile,
  takeLock,
  writeJournal,
} from './journal.ts';
import { watchSignals } from './signals.ts';
import { answersFile, baseFile } from './state.ts';
import { stage, swap } from './swap.ts';
import { locate, type Target, type Write } from './target.ts';
import type { Files } from './types.ts';
import { digestOf, forget, recover, removeEmpty, undo } from './undo.ts';

type Check = () => Promise<void>;

/**
 * Carries out changes, all or none. A journal is written, then every new text beside its target, then
 * each is renamed to its place; a failure or a signal in between undoes what was done, and after a
 * kill the next run does. `before` are the files as the plan read them: what changed since is refused.
 * Throws ImagineError: 3 for a place that can't take its file, 1 for a disk error or a signal.
 */
export async function commit(
  root: string,
  changes: readonly Write[],
  before?: Files,
): Promise<void> {
  if (changes.length === 0) return;
  const watch = watchSignals();
  const check: Check = async () => {
    await turn();
    if (watch.seen()) throw new ImagineError(`stopped by ${watch.seen()}`, 1);
  };
  let made: string | undefined;
  try {
    made = makeFolder(root);
    await carryOut(realpathSync(root), changes, check, before);
  } catch (error) {
    if (made) removeUpTo(root, made);
    const { message } = error as Error;
    const code = error instanceof ImagineError ? error.code : 1;
    throw new ImagineError(`nothing was written: ${message}`, code);
  } finally {
    watch.end();
  }
}

async function carryOut(
  root: string,
  changes: readonly Write[],
  check: Check,
  before?: Files,
): Promise<void> {
  for (const change of changes) locate(root, change);
  let journal = await lock(root, check);
  try {
    // Only now nobody else writes: what was there before may be another run's by now.
    const targets = changes.map((change) => locate(root, change));
    if (before) refuseChanged(targets, before, filesOn(root));
    journal = { ...journal, ...contentsOf(root, targets) };
    writeJournal(root, journal);
    for (const folder of journal.made) mkdirSync(join(root, folder));
    for (const step of [stage, swap]) {
      for (const target of targets) {
        await check();
        step(target, journal.mark);
      }
    }
    await check();
    renameSync(join(root, lockFile), join(root, doneFile));
  } catch (error) {
    if (undo(root, journal)) throw error;
    throw new ImagineError(`${(error as Error).message}; the next run undoes the rest`, 1);
  }
  try {
    forget(root, journal);
  } catch {
    // Every file is new by now; what could not be cleaned away waits for the next run.
  }
}

async function lock(root: string, check: Check): Promise<Journal> {
  const journal = emptyJournal(randomBytes(6).toString('hex'));
  while (!takeLock(root, journal)) {
    await check();
    await recover(root);
  }
  return journal;
}

const contentsOf = (root: string, targets: readonly Target[]): Pick<Journal, 'made' | 'files'> => ({
  made: missingFolders(root, targets),
  files: targets.map(({ change: { path, text }, stats }) => ({
    path,
    existed: stats !== undefined,
    digest: text === null ? null : digestOf(text),
  })),
});

function missingFolders(root: string, targets: readonly Target[]): readonly string[] {
  const missing = new Set<string>();
  for (const { path, change } of targets) {
    if (change.text === null) continue;
    for (let folder = dirname(path); !missing.has(folder); folder = dirname(folder)) {
      if (existsSync(folder)) break;
      missing.add(folder);
    }
  }
  return [...missing].map((folder) => relative(root, folder)).sort();
}

const changed = (path: string): ImagineError =>
  new ImagineError(`${path} has changed while this ran; run it again`, 3);

function refuseChanged(targets: readonly Target[], before: Files, now: Files): void {
  for (const path of [answersFile, baseFile])
    if (now.read(path) !== before.read(path)) throw changed(path);
  for (const { change, stats } of targets) {
    const { path } = change;
    const text = now.read(path);
    if (text !== before.read(path)) throw changed(path);
    if (text === undefined && stats)
      throw new ImagineError(`${path}: no text that can be changed (binary or large); move it`, 3);
  }
}

/** Node's own recursive `mkdir` never ends below some folders of the system, `/proc` for one. */
function makeFolder(path: string): string | undefined {
  if (existsSync(path)) return undefined;
  const outer = makeFolder(dirname(path));
  mkdirSync(path);
  return outer ?? path;
}

function removeUpTo(folder: string, last: string): void {
  for (let path = folder; path.length >= last.length; path = dirname(path)) removeEmpty(path);
}
