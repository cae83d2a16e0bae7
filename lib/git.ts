import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the repository that a folder lies in, if any. */
export function gitRoot(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : gitRoot(parent);
}

/** Whether git tracks the folder's `.env`; false where there is no repository. */
export function envIsTracked(folder: string): boolean {
  if (!existsSync(join(folder, '.env')) || !gitRoot(folder)) return false;
  const { status } = spawnSync('git', ['ls-files', '--error-unmatch', '.env'], {
    cwd: folder,
    stdio: 'ignore',
  });
  return status === 0;
}

/** Starts a repository on branch main in a new app; false where git is not there. */
export function gitInit(folder: string): boolean {
  if (gitRoot(folder)) return true;
  return (
    spawnSync('git', ['init', '--quiet', '--initial-branch=main'], { cwd: folder, stdio: 'ignore' })
      .status === 0
  );
}
