import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';
import type { Registry } from './registry.ts';

/** npm's registry, through the user's own npm settings; every package is asked for by itself. */
export const npmRegistry: Registry = {
  manifest: 'package.json',
  bundled() {
    const path = join(packageRoot, 'lib/versions/node/package.json');
    const { dependencies, devDependencies } = JSON.parse(readFileSync(path, 'utf8'));
    return { ...dependencies, ...devDependencies };
  },
  async newest(dependencies, { root, runtime }) {
    const { openRegistry } = await import('./npm.ts');
    const ask = await openRegistry(root);
    const answers = dependencies.map(async (each) => {
      const version = await ask(each, runtime).catch(() => undefined);
      return version === undefined ? [] : [[each.name, `^${version}`] as const];
    });
    return Object.fromEntries((await Promise.all(answers)).flat());
  },
};
