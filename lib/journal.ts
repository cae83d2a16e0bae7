import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beside } from './target.ts';

/** What a commit is about to do, written before it does anything: with it a run that was killed can be undone. */
export interface Journal {
  readonly pid: number;
  readonly host: string;
  /** Part of the names of all files that wait beside their targets. */
  readonly mark: string;
  /** Folders that the commit makes, the outer ones first; relative to the project. */
  readonly made: readonly string[];
  readonly files: readonly Entry[];
}

/** One file of a commit. */
export interface Entry {
  readonly path: string;
  readonly existed: boolean;
  /** SHA-256 of the text to come; null: the file goes. */
  readonly digest: string | null;
}

/** The file that says: a commit is under way in this project. */
export const lockFile = '.imagine.lock';
/** The lock's name once every file is new, and only old ones are to be cleaned away. */
export const doneFile = '.imagine.done';
/** A commit takes a second; after as many milliseconds its process is gone, whatever its number says. */
const longest = 60_000;
/** How long writing a journal can take, in milliseconds. */
const halfWritten = 2_000;

/** A journal of nothing yet: whoever writes it has the project for a commit. */
export const emptyJournal = (mark: string): Journal => ({
  pid: process.pid,
  host: hostname(),
  mark,
  made: [],
  files: [],
});

/** Takes the project; false where another commit has it. */
export function takeLock(root: string, journal: Journal): boolean {
  const path = join(root, lockFile);
  const file = openNew(path);
  if (file === undefined) return false;
  try {
    fill(file, journal);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
  return true;
}

/** Says in the lock what the commit is about to do: at once, for a run that is killed needs it whole. */
export function writeJournal(root: string, journal: Journal): void {
  const path = join(root, lockFile);
  const temporary = beside(path, journal.mark, 'new');
  fill(openSync(temporary, 'wx', 0o600), journal);
  renameSync(temporary, path);
}

function fill(file: number, journal: Journal): void {
  try {
    writeFileSync(file, JSON.stringify(journal));
    if (journal.files.some(({ existed }) => existed)) fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function openNew(path: string): number | undefined {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
}

/** A journal that is there: at work, left by a run that was killed, or none. */
export function readJournal(
  root: string,
  name: string,
): { state: 'none' | 'busy' | 'cut'; pid?: number } | { state: 'left'; journal: Journal } {
  const path = join(root, name);
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) return { state: 'none' };
  const age = Date.now() - stats.mtimeMs;
  const journal = parse(path);
  if (!journal) return { state: age > halfWritten ? 'cut' : 'busy' };
  if (age < longest && isAlive(journal)) return { state: 'busy', pid: journal.pid };
  return { state: 'left', journal };
}

function parse(path: string): Journal | undefined {
  try {
    const value = JSON.parse(readFileSync(path, 'utf8'));
    const sane = /^[0-9a-f]{12}$/.test(value.mark) && value.made && value.files;
    return sane ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the process still lives; one on another machine is taken to. */
function isAlive({ pid, host }: Journal): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
