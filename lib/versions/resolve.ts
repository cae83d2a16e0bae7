import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';
import type { Dependency, Note, Version, Versions } from '../types.ts';
import type { Ask } from './npm.ts';

/** What a run needs to choose versions. */
export interface Request {
  /** The folder whose npm settings count. */
  readonly root: string;
  /** The runtime's major version, which a package must accept. */
  readonly runtime: string;
  readonly offline: boolean;
}

export interface Resolution {
  readonly versions: Versions;
  readonly notes: readonly Note[];
}

/**
 * Chooses a version for every dependency: the registry's newest, all asked at once; the bundled one
 * where it gives no answer (told in `notes`) or with `offline`.
 */
export async function resolveVersions(
  dependencies: readonly Dependency[],
  request: Request,
): Promise<Resolution> {
  const bundled = readBundled();
  const wanted = [...new Map(dependencies.map((each) => [each.name, each])).values()];
  const ask = request.offline || wanted.length === 0 ? undefined : await open(request.root);
  const pairs = await Promise.all(
    wanted.map(async (each) => [each.name, await choose(each, ask, request, bundled)] as const),
  );
  const versions = Object.fromEntries(pairs);
  const silent = ask ? pairs.filter(([, { source }]) => source.startsWith('bundled')) : [];
  return { versions, notes: silent.length > 0 ? [unanswered(silent.length, wanted.length)] : [] };
}

async function open(root: string): Promise<Ask> {
  const { openRegistry } = await import('./npm.ts');
  return openRegistry(root);
}

async function choose(
  dependency: Dependency,
  ask: Ask | undefined,
  { runtime }: Request,
  bundled: Readonly<Record<string, string>>,
): Promise<Version> {
  const { name, within, because } = dependency;
  const limit = within ? `, within ${within}: ${because ?? 'a limit of the tool'}` : '';
  const found = await ask?.(dependency, runtime).catch(() => undefined);
  if (found) return { range: `^${found}`, source: `registry${limit}` };
  const range = bundled[name];
  if (!range) throw new Error(`no bundled version of ${name}`);
  return { range, source: `bundled${limit}` };
}

/** The versions that stand in, from a real manifest that a bot keeps fresh and CI tests together. */
export function readBundled(): Readonly<Record<string, string>> {
  const path = join(packageRoot, 'lib/versions/node/package.json');
  const { dependencies, devDependencies } = JSON.parse(readFileSync(path, 'utf8'));
  return { ...dependencies, ...devDependencies };
}

const unanswered = (silent: number, all: number): Note => ({
  file: 'package.json',
  message: `no answer from the registry for ${silent} of ${all} packages: bundled versions were taken`,
});
