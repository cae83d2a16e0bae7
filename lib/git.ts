import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whether git succeeds; it is loaded when asked, for most runs don't. */
const gitSays = (folder: string, ...words: string[]): boolean =>
  process
    .getBuiltinModule('node:child_process')
    .spawnSync('git', words, { cwd: folder, stdio: 'ignore' }).status === 0;

/** The folder of the repository that a folder lies in, if any. */
export function gitRoot(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : gitRoot(parent);
}

/** Whether git tracks the folder's `.env`; false where there is no repository. */
export function envIsTracked(folder: string): boolean {
  if (!existsSync(join(folder, '.env')) || !gitRoot(folder)) return false;
  return gitSays(folder, 'ls-files', '--error-unmatch', '.env');
}

/** Starts a repository on branch main in a new app; false where git is not there. */
export function gitInit(folder: string): boolean {
  if (gitRoot(folder)) return true;
  return gitSays(folder, 'init', '--quiet', '--initial-branch=main');
}
