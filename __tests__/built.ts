import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The package's bin, built for one test file into a folder of its own. */
export function buildBin(): { bin: string; remove: () => void } {
  const folder = join(root, `node_modules/.cache/imagine-${process.pid}`);
  const words = [join(root, '.ci/build.ts'), folder];
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return {
    bin: join(folder, 'bin/imagine.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
