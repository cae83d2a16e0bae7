import { randomBytes } from 'node:crypto';
import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  rm,
} from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { ImagineError } from './errors.ts';
import type { Change } from './types.ts';

/** What beside a target belongs to a commit under way, or to one that was killed. */
const leftover = /^\.imagine-[0-9a-f]{12}\.(?:new|old)\./;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A change as the commit takes it: other generators of a run may write bytes. */
export type Write = Omit<Change, 'text'> & { readonly text: string | Uint8Array | null };

interface Target {
  readonly change: Write;
  /** Where the bytes really go: a symlink inside the project is followed. */
  readonly path: string;
  readonly mode: number | undefined;
  readonly existed: boolean;
}

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

const beside = ({ path }: Target, mark: string, kind: 'new' | 'old'): string =>
  join(dirname(path), `.imagine-${mark}.${kind}.${basename(path)}`);

/** Finds where a change goes, and refuses what leads out of the project. */
async function locate(root: string, change: Write): Promise<Target> {
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

function watchSignals(): { seen: () => string | undefined; end: () => void } {
  let first: string | undefined;
  const handlers = signals.map((signal) => {
    const handler = (): void => {
      first ??= signal;
    };
    process.on(signal, handler);
    return { signal, handler };
  });
  return {
    seen: () => first,
    end: () => {
      for (const { signal, handler } of handlers) process.off(signal, handler);
    },
  };
}

/** A path for people: relative to the project, with `/`. */
export const relativePath = (root: string, path: string): string =>
  relative(root, path).split(sep).join('/');
