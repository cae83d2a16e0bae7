import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { must } from './command.ts';

const leftOut = new Set(['node_modules', '.git', '.venv']);

/** A git repository of its own, with one commit of what the app's .gitignore lets in. */
export interface Scratch {
  readonly folder: string;
  readonly files: readonly string[];
}

/** Commits `folder`; promises the files that git now tracks. */
export async function commitAll(folder: string): Promise<string[]> {
  const git = (...args: string[]) => must('git', args, { cwd: folder });
  const author = ['-c', 'user.name=check', '-c', 'user.email=check@example.com'];
  await git('init', '--quiet', '--initial-branch', 'main');
  await git('add', '--all');
  await git(...author, 'commit', '--quiet', '--allow-empty', '--no-verify', '--message', 'Begin');
  return (await git('ls-files')).trimEnd().split('\n');
}

/** Copies an app into a repository of its own, and forgets what git ignores. */
export async function scratchOf(app: string): Promise<Scratch> {
  const folder = join(await mkdtemp(join(tmpdir(), 'imagine-check-')), basename(resolve(app)));
  await cp(app, folder, { recursive: true, filter: (from) => !leftOut.has(basename(from)) });
  const files = await commitAll(folder);
  await must('git', ['clean', '-xdfq'], { cwd: folder });
  return { folder, files };
}
