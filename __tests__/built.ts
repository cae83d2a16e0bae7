import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The package's two doors, built for one test file into a folder of its own. */
export interface Built {
  readonly bin: string;
  /** Words for Node that run a generator as `yo` does: they are followed by its name. */
  readonly yo: readonly string[];
  remove(): void;
}

/** Builds the package for one test file. */
export function buildBin(): Built {
  const folder = join(root, `node_modules/.cache/imagine-${process.pid}`);
  const words = [join(root, '.ci/build.ts'), folder];
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return {
    bin: join(folder, 'bin/imagine.js'),
    yo: [join(import.meta.dirname, 'yeoman.mjs'), folder],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
