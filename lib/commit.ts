import { randomBytes } from 'node:crypto';
import { chmod, copyFile, mkdir, open, readdir, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ImagineError } from './errors.ts';
import { watchSignals } from './signals.ts';
import { beside, locate, type Target, type Write } from './target.ts';

/** What beside a target belongs to a commit under way, or to one that was killed. */
const leftover = /^\.imagine-[0-9a-f]{12}\.(?:new|old)\./;

/**
 * Carries out changes, all or none. Every new text is written beside its target and synced, then
 * renamed over it; a failure or a signal in between undoes what was done.
 * Throws ImagineError: 3 for a place that can't take its file, 1 for a disk error or a signal.
 */
export async function commit(root: string, changes: readonly Write[]): Promise<void> {
  if (changes.length === 0) return;
  const undo: Array<() => Promise<unknown>> = [];
  const watch = watchSignals();
  const step = async (work: () => Promise<unknown>): Promise<void> => {
    if (watch.seen()) throw new ImagineError(`stopped by ${watch.seen()}`, 1);
    await work();
  };
  try {
    const made = await makeRoot(root);
    if (made) undo.push(() => rm(made, { recursive: true, force: true }));
    const real = await realpath(root);
    const targets = await Promise.all(changes.map((change) => locate(real, change)));
    await sweep(targets);
    const mark = randomBytes(6).toString('hex');
    for (const target of targets) await step(() => stage(target, mark, undo));
    for (const target of targets) await step(() => swap(target, mark, undo));
    await step(async () => undefined);
    await Promise.all(targets.map((target) => rm(beside(target, mark, 'old'), { force: true })));
  } catch (error) {
    for (const back of undo.toReversed()) await back().catch(() => undefined);
    if (error instanceof ImagineError)
      throw new ImagineError(`nothing was written: ${error.message}`, error.code);
    throw new ImagineError(`nothing was written: ${(error as Error).message}`, 1);
  } finally {
    watch.end();
  }
}

const makeRoot = (root: string): Promise<string | undefined> => mkdir(root, { recursive: true });

/** Removes what a killed run left in the folders that this one writes to. */
async function sweep(targets: readonly Target[]): Promise<void> {
  for (const folder of new Set(targets.map(({ path }) => dirname(path)))) {
    const names = await readdir(folder).catch(() => []);
    const stale = names.filter((name) => leftover.test(name));
    await Promise.all(stale.map((name) => rm(join(folder, name), { force: true })));
  }
}

async function stage(
  target: Target,
  mark: string,
  undo: Array<() => Promise<unknown>>,
): Promise<void> {
  if (target.change.text === null) return;
  const made = await mkdir(dirname(target.path), { recursive: true });
  if (made) undo.push(() => rm(made, { recursive: true, force: true }));
  const temporary = beside(target, mark, 'new');
  undo.push(() => rm(temporary, { force: true }));
  const file = await open(temporary, 'wx', target.mode ?? 0o666);
  try {
    await file.writeFile(target.change.text);
    await file.sync();
  } finally {
    await file.close();
  }
  if (target.mode !== undefined) await chmod(temporary, target.mode);
}

async function swap(
  target: Target,
  mark: string,
  undo: Array<() => Promise<unknown>>,
): Promise<void> {
  if (target.existed) {
    const old = beside(target, mark, 'old');
    undo.push(() => rm(old, { force: true }));
    await copyFile(target.path, old);
    if (target.mode !== undefined) await chmod(old, target.mode);
    undo.push(() => rename(old, target.path));
  } else {
    undo.push(() => rm(target.path, { force: true }));
  }
  if (target.change.text === null) await rm(target.path, { force: true });
  else await rename(beside(target, mark, 'new'), target.path);
}
