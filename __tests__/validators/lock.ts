import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minVersion } from 'semver';
import { withTools } from './cache.ts';
import { lastLines, run } from './command.ts';
import { type Row, row } from './rows.ts';

interface Entry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** A package-lock.json. */
export interface Lock {
  readonly packages: Readonly<Record<string, Entry>>;
}

/** The optional packages that the lock file names but doesn't hold, as entries of it. */
export function missingEntries({ packages }: Lock): Record<string, Entry> {
  const missing: Record<string, Entry> = {};
  for (const [parent, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      const places = [`node_modules/${name}`, `${parent}/node_modules/${name}`];
      if (places.some((place) => packages[place])) continue;
      const place = places.find((free) => !missing[free]) ?? '';
      const dev = entry.dev ? { dev: true } : {};
      const version = minVersion(range)?.version ?? range;
      missing[place] = { version, ...dev, optional: true, os: ['none'] };
    }
  }
  return missing;
}

/**
 * Where a registry lacks a release's packages for other platforms, npm writes a lock file that its
 * own `npm ci` refuses. There the lock file of a copy of an app gets them as npm would have written
 * them, and the row says so; a lock file that `npm ci` takes stays as it is.
 */
export async function completeLock(copy: string): Promise<Row> {
  const check = 'package-lock.json: npm ci takes it';
  const path = join(copy, 'package-lock.json');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return { check, result: 'absent', seen: 'no package-lock.json' };
  const trial = () =>
    run('npm', ['ci', '--dry-run', '--ignore-scripts'], { cwd: copy, env: withTools });
  if ((await trial()).code === 0) return row(check, true, 'as it is');
  const lock = JSON.parse(text) as Lock;
  const missing = missingEntries(lock);
  const packages = { ...lock.packages, ...missing };
  await writeFile(path, JSON.stringify({ ...lock, packages }, null, 2));
  const { code, stderr } = await trial();
  const seen = `completed in the copy by ${Object.keys(missing).length} of other platforms`;
  return row(check, code === 0, code === 0 ? seen : lastLines(stderr, 12));
}
