import type { Dependency, Note, Project, Version, Versions } from '../types.ts';
import type { Registry } from './registry.ts';

/** Whose versions are chosen, and how. */
export interface Asked {
  /** The folder whose settings of the manager count. */
  readonly root: string;
  readonly project: Pick<Project, 'stack' | 'manager' | 'facts'>;
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
  { root, project, offline }: Asked,
): Promise<Resolution> {
  const wanted = [...new Map(dependencies.map((each) => [each.name, each])).values()];
  if (wanted.length === 0) return { versions: {}, notes: [] };
  const { registry } = project.stack.language;
  const runtime = await oldestOf(project);
  const bundled = bundledFor(runtime, registry);
  const request = { root, runtime, manager: project.manager };
  const newest = offline ? {} : await registry.newest(wanted, request);
  const versions = Object.fromEntries(
    wanted.map((each) => [each.name, choose(each, newest, bundled)]),
  );
  const silent = offline ? 0 : wanted.filter(({ name }) => newest[name] === undefined).length;
  return { versions, notes: silent > 0 ? [unanswered(registry, silent, wanted.length)] : [] };
}

/** The oldest runtime that a project may run on: what it gets must do there, too. */
async function oldestOf({ stack, facts }: Asked['project']): Promise<string> {
  const range = facts.runtimeVersion?.value;
  const oldest = range && (await stack.language.registry.oldest(range));
  return oldest && isOlder(oldest, stack.runtime) ? oldest : stack.runtime;
}

/** Of versions as `22` and `22.12`; the shorter one is the older. */
function isOlder(one: string, other: string): boolean {
  const [mine = [], theirs = []] = [one, other].map((version) => version.split('.').map(Number));
  const at = mine.findIndex((number, index) => number !== theirs[index]);
  if (at < 0) return mine.length < theirs.length;
  return (mine[at] ?? 0) < (theirs[at] ?? -1);
}

/** The bundled ranges; for an older runtime than they are of, only what they end before. */
function bundledFor(runtime: string, { bundled, bundledFrom, below }: Registry): Ranges {
  if (!isOlder(runtime, bundledFrom)) return bundled();
  return Object.fromEntries(Object.entries(bundled()).map(([name, range]) => [name, below(range)]));
}

const majorOf = (range: string): string | undefined => /\d+/.exec(range)?.[0];

function choose({ name, within, because }: Dependency, newest: Ranges, bundled: Ranges): Version {
  const limit = within ? `, within ${within}: ${because ?? 'a limit of the tool'}` : '';
  const found = newest[name];
  if (found) return { range: found, source: `registry${limit}` };
  const range = bundled[name];
  if (!range) throw new Error(`no bundled version of ${name}`);
  const isOther = within !== undefined && majorOf(within) !== majorOf(range);
  return { range: isOther ? within : range, source: `bundled${limit}` };
}

const unanswered = ({ manifest }: Registry, silent: number, all: number): Note => ({
  file: manifest,
  message: `no answer from the registry for ${silent} of ${all} packages: bundled versions were taken`,
});
