import { posix } from 'node:path';
import type { Files } from '../types.ts';
import { type Repository, upwards } from './repository.ts';

interface Located {
  readonly path: string;
  readonly text: string;
}

/** A file of the project, or the nearest of that name above it; its path is the project's view. */
export function nearest(files: Files, around: Repository, name: string): Located | undefined {
  const own = files.read(name);
  return own === undefined ? nearestAbove(around, name) : { path: name, text: own };
}

/** The nearest file of a name above the project, up to the root of its repository. */
export function nearestAbove({ files, path }: Repository, name: string): Located | undefined {
  const [, ...above] = upwards(path);
  for (const [steps, folder] of above.entries()) {
    const text = files.read(posix.join(folder, name));
    if (text !== undefined) return { path: '../'.repeat(steps + 1) + name, text };
  }
  return undefined;
}
