import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { ImagineError } from './errors.ts';
import { filesOn } from './files.ts';
import { doneFile, type Journal, lockFile, writeJournal } from './journal.ts';
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
  const targets = changes.map((change) => locate(root, change));
  const journal = journalOf(root, targets);
  await claim(root, journal, check);
  if (before) refuseStale(root, targets, before);
  try {
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

/** Waits for its turn, and says by the journal that a commit is under way. */
async function claim(root: string, journal: Journal, check: Check): Promise<void> {
  while (!writeJournal(root, journal)) {
    await check();
    await recover(root);
  }
}

/** Nothing is done yet, so there is nothing to undo: what is there may be another run's. */
function refuseStale(root: string, targets: readonly Target[], before: Files): void {
  try {
    refuseChanged(targets, before, filesOn(root));
  } catch (error) {
    rmSync(join(root, lockFile), { force: true });
    throw error;
  }
}

function journalOf(root: string, targets: readonly Target[]): Journal {
  return {
    pid: process.pid,
    host: hostname(),
    mark: randomBytes(6).toString('hex'),
    made: missingFolders(root, targets),
    files: targets.map(({ change: { path, text }, stats }) => ({
      path,
      existed: stats !== undefined,
      digest: text === null ? null : digestOf(text),
    })),
  };
}

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
