import type { Project } from '../types.ts';

/** What a step or a stage has to know of a project to install what it needs. */
export interface Installing {
  /** The lock file that git has, relative to the project. */
  readonly lock: string | undefined;
  /** The files that name what to install, where the manager needs to be told. */
  readonly lists: readonly string[];
  /** Optional dependencies, and groups of them, that tests and linters are in. */
  readonly extras: readonly string[];
  readonly groups: readonly string[];
  /** Of a workspace that the lock file is about: the project's own name, '' at its root; absent: of none. */
  readonly member?: string | undefined;
}

/** How a package manager installs in a project that is there: a row of facts. */
export interface Installer {
  readonly name: string;
  /** The first of its major versions that the row is about; absent: all. */
  readonly from?: number;
  /** Installs everything, for checks; exactly what is locked where something is. */
  install(project: Installing): string;
  /** Installs everything, and writes the lock file: what a developer does. */
  everyday(project: Installing): string;
  /** Brings the lock file up to a changed manifest, where the install refuses to; absent: it does. */
  readonly relock?: string;
  /** Installs what production needs, for an image. */
  production(project: Installing): string;
  /** Installs the code itself, where the process needs more of it than lies in the image; absent: it never does. */
  code?(project: Installing): string | undefined;
  /** Takes what only development needs out of an installed folder; absent: it can't. */
  readonly prune?: string;
  /** Runs a script of packages of the workspace, in that order; `app` needs them, and no others. */
  members?(script: string, names: readonly string[], app: string | undefined): string;
  /** The package that brings it, of a version. */
  source?(version: string): string;
  /** The version where nothing tells one. */
  readonly version?: string;
  /** What its install reads besides the manifest and the lock file, where it is there. */
  readonly settings: readonly string[];
  /** The folder of downloads that builds share, of the user root. */
  readonly cache: string;
  /** Its name in `cache:` of the action that sets the runtime up; absent: it caches by itself. */
  readonly ciCache?: string;
  /** Its name in `package-ecosystem:` of dependabot. */
  readonly ecosystem: string;
}

/** The row of a project's manager; undefined where none is known by that name. */
export function installerOf(
  rows: readonly Installer[],
  { facts, manager }: Project,
): Installer | undefined {
  const name = facts.packageManager?.value ?? manager.name;
  const major = Number.parseInt(facts.packageManagerVersion?.value ?? '', 10);
  const own = rows.filter((row) => row.name === name);
  return own.findLast(({ from = 0 }) => Number.isNaN(major) || from <= major);
}
