import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cache } from '../validators/cache.ts';
import { must } from '../validators/command.ts';

/** The managers that a machine need not have, with the program of each. */
const packages: Readonly<Record<string, { name: string; program: string }>> = {
  yarn: { name: '@yarnpkg/cli-dist', program: 'bin/yarn.js' },
  pnpm: { name: 'pnpm', program: 'bin/pnpm.mjs' },
};

/** The Node that runs this program, which the apps run on, too. */
const nodeFolder = dirname(process.execPath);

/** A PATH on which a manager is found: from the cache, installed there once. */
export async function pathWith(manager: string): Promise<string> {
  const own = `${nodeFolder}:${process.env.PATH}`;
  const wanted = packages[manager];
  if (!wanted) return own;
  const folder = join(cache, 'managers', manager);
  await mkdir(join(folder, 'bin'), { recursive: true });
  await must('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', wanted.name]);
  const program = join(folder, 'node_modules', wanted.name, wanted.program);
  const shim = join(folder, 'bin', manager);
  await writeFile(shim, `#!/bin/sh\nexec node "${program}" "$@"\n`);
  await chmod(shim, 0o755);
  return `${join(folder, 'bin')}:${own}`;
}
