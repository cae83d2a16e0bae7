import { posix } from 'node:path';
import type { Files } from '../types.ts';
import { type Repository, upwards } from './repository.ts';

/** A file of the project, or the nearest of that name above it; its path is the project's view. */
export function nearest(
  files: Files,
  around: Repository,
  name: string,
): { readonly path: string; readonly text: string } | undefined {
  const own = files.read(name);
  if (own !== undefined) return { path: name, text: own };
  const [, ...above] = upwards(around.path);
  for (const [steps, folder] of above.entries()) {
    const text = around.files.read(posix.join(folder, name));
    if (text !== undefined) return { path: '../'.repeat(steps + 1) + name, text };
  }
  return undefined;
}
