import type { Dependency, Note, Project, Version, Versions } from '../types.ts';
import type { Registry } from './registry.ts';

/** Whose versions are chosen, and how. */
export interface Asked {
  /** The folder whose settings of the manager count. */
  readonly root: string;
  readonly project: Pick<Project, 'stack' | 'manager'>;
  readonly offline: boolean;
}

export interface Resolution {
  readonly versions: Versions;
  readonly notes: readonly Note[];
}

type Ranges = Readonly<Record<string, string>>;

/**
 * Chooses a version for every dependency: the registry's newest, all asked at once; the bundled one
 * where it gives no answer (told in `notes`) or with `offline`.
 */
export async function resolveVersions(
  dependencies: readonly Dependency[],
  { root, project: { stack, manager }, offline }: Asked,
): Promise<Resolution> {
  const wanted = [...new Map(dependencies.map((each) => [each.name, each])).values()];
  if (wanted.length === 0) return { versions: {}, notes: [] };
  const { registry } = stack.language;
  const bundled = registry.bundled();
  const request = { root, runtime: stack.runtime, manager };
  const newest = offline ? {} : await registry.newest(wanted, request);
  const versions = Object.fromEntries(
    wanted.map((each) => [each.name, choose(each, newest, bundled)]),
  );
  const silent = offline ? 0 : wanted.filter(({ name }) => newest[name] === undefined).length;
  return { versions, notes: silent > 0 ? [unanswered(registry, silent, wanted.length)] : [] };
}

function choose({ name, within, because }: Dependency, newest: Ranges, bundled: Ranges): Version {
  const limit = within ? `, within ${within}: ${because ?? 'a limit of the tool'}` : '';
  const found = newest[name];
  if (found) return { range: found, source: `registry${limit}` };
  const range = bundled[name];
  if (!range) throw new Error(`no bundled version of ${name}`);
  return { range, source: `bundled${limit}` };
}

const unanswered = ({ manifest }: Registry, silent: number, all: number): Note => ({
  file: manifest,
  message: `no answer from the registry for ${silent} of ${all} packages: bundled versions were taken`,
});
