import { lstatSync, type Stats, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { ImagineError } from './errors.ts';

const forbidden = new Set(['node_modules', '.git', 'favicon.ico']);

/**
 * The absolute path of the project's folder. Refuses one that leads up and out by a relative path,
 * a name that no project should bear, and a file.
 */
export function projectRoot(directory: string, cwd: string = currentFolder()): string {
  const root = resolve(cwd, directory);
  const said = JSON.stringify(directory);
  if (directory.split(/[\\/]/).includes('..') && !resolve(root).startsWith(cwd)) {
    throw new ImagineError(
      `the directory can't be ${said}: it lies outside of the current folder; go there first`,
    );
  }
  if (forbidden.has(basename(root)))
    throw new ImagineError(`the directory can't be named ${basename(root)}`);
  const stats = statsOf(root, said);
  if (stats && !stats.isDirectory()) {
    throw new ImagineError(`${directory}: is a file, not a folder`);
  }
  const fresh = stats === undefined && directory !== '.';
  if (fresh && !/^[A-Za-z0-9._-]+$/.test(basename(root))) {
    throw new ImagineError(
      `the directory can't be ${said}: letters, digits, dots, dashes and underscores`,
    );
  }
  return root;
}

/** What lies at a path, through a link; undefined: nothing. */
function statsOf(path: string, said: string): Stats | undefined {
  try {
    if (!lstatSync(path, { throwIfNoEntry: false })) return undefined;
    return statSync(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: 'is a symbolic link to nothing',
      ELOOP: 'is a symbolic link to itself',
      ENOTDIR: 'lies below a file',
      ENAMETOOLONG: 'is too long',
      EACCES: 'lies in a folder that you may not enter',
    };
    throw new ImagineError(`the directory ${said} ${reasons[code] ?? `can't be used (${code})`}`);
  }
}

function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new ImagineError('the current folder is gone; go to one that exists');
  }
}
