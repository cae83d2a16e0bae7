import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../package-root.ts';
import type { Registry } from './registry.ts';

/** How long the registry may take, in milliseconds. */
const limit = 3000;

/** npm's registry, through the user's own npm settings; every package is asked for by itself. */
export const npmRegistry: Registry = {
  manifest: 'package.json',
  bundled() {
    const path = join(packageRoot, 'lib/versions/node/package.json');
    const { dependencies, devDependencies } = JSON.parse(readFileSync(path, 'utf8'));
    return { ...dependencies, ...devDependencies };
  },
  bundledFrom: '20',
  below: (range) => {
    const [major = 0, minor = 0] = range.replace(/^\D+/, '').split('.').map(Number);
    return major > 0 ? `<${major + 1}` : `<0.${minor + 1}`;
  },
  async oldest(range) {
    const { default: semver } = await import('semver');
    if (semver.validRange(range) === null) return undefined;
    return semver.minVersion(range)?.major.toString();
  },
  async newest(dependencies, { root, runtime }) {
    const { answerOf } = await import('./program.ts');
    const input = JSON.stringify({ root, runtime, dependencies });
    const { text } = await answerOf([process.execPath, asking()], input, root, limit);
    const lines = [...text.matchAll(/^(\S+) (\S+)\n/gm)];
    return Object.fromEntries(lines.map(([, name, version]) => [name, `^${version}`]));
  },
};

/** The program that asks: beside the bundle, else beside this file. */
function asking(): string {
  const beside = new URL('npm-process.js', import.meta.url);
  return fileURLToPath(existsSync(beside) ? beside : new URL('npm-process.ts', import.meta.url));
}
