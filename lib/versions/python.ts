import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';
import type { Dependency } from '../types.ts';
import type { Registry } from './registry.ts';

/** How long a manager may take that does not keep silent, in milliseconds. */
const limit = 15_000;
/** Minors of Python, the oldest first. */
const minors = Array.from({ length: 10 }, (_, index) => `3.${index + 6}`);

/** What the user's own manager would take, by its own index and settings: it is asked once. */
export const pythonRegistry: Registry = {
  manifest: 'pyproject.toml',
  bundled() {
    const text = readFileSync(join(packageRoot, 'lib/versions/python/pyproject.toml'), 'utf8');
    const items = text.matchAll(/^ {4}"([\w.-]+)(?:\[[^\]]*\])?([^"]+)",$/gm);
    return Object.fromEntries([...items].map(([, name, range]) => [name, range]));
  },
  bundledFrom: '3.10',
  below: (range) => /<[^,]+/.exec(range)?.[0] ?? '',
  async oldest(range) {
    const { admits } = await import('../project/python/runtime/specifier.ts');
    return minors.find((minor) => admits(range, minor));
  },
  async newest(dependencies, { root, runtime, manager: { newest } }) {
    if (!newest) return {};
    const { answerOf } = await import('./program.ts');
    const input = dependencies.map(lineOf).join('\n');
    const { text, isWhole } = await answerOf(newest.words(runtime), input, root, limit);
    if (!isWhole) return {};
    const pins = [...text.matchAll(newest.pin)].map(([, name = '', version = '']) => [
      normalised(name),
      version,
    ]);
    const versions: Readonly<Record<string, string>> = Object.fromEntries(pins);
    return Object.fromEntries(
      dependencies.flatMap((each) => {
        const version = versions[normalised(each.name)];
        return version === undefined ? [] : [[each.name, rangeOf(version, each.within)]];
      }),
    );
  },
};

const lineOf = ({ name, extras = [], within = '' }: Dependency): string =>
  `${name}${extras.length > 0 ? `[${extras.join(',')}]` : ''}${within}`;

const normalised = (name: string): string => name.toLowerCase().replaceAll(/[-_.]+/g, '-');

/** A version and what is compatible with it: up to the next major, below 1 the next minor. */
export function rangeOf(version: string, within = ''): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const bound = /<[^,]+/.exec(within)?.[0];
  return `>=${version},${bound ?? (major > 0 ? `<${major + 1}` : `<0.${minor + 1}`)}`;
}
