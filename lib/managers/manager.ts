import type { Row } from '../types.ts';

/**
 * A package manager: a row of facts that concerns read. Its `lines` go wherever their files are
 * made; its `trees` and `ignored` into a new app only, an existing one has settings of its own.
 */
export interface Manager extends Row {
  readonly language: 'node' | 'python';
  /** What `install` writes. */
  readonly lockFile: string;
  /** The files that show that a project uses it. */
  readonly lockFiles: readonly string[];
  /** Installs as a developer does, and keeps the lock file up to date. */
  readonly install: string;
  /** Appended to `install` by the tool: what makes it write the lock file even where CI is set. */
  readonly relock: string;
  /** Installs exactly what is locked, and fails where the lock file is stale: for CI and images. */
  readonly installLocked: string;
  /** The same, without what only development needs. */
  readonly installProduction: string;
  /**
   * What keeps packages from running scripts, appended to both of the above in a new app; an
   * existing project may live by such scripts. Empty where a settings file says it already.
   */
  readonly withoutScripts: string;
  /** The command that runs a script of the manifest, with words for the script's program. */
  run(script: string, ...words: readonly string[]): string;
  /** The command that runs a program that a package brings. */
  exec(program: string, ...words: readonly string[]): string;
  /** Where the manager comes from, if the runtime doesn't bring it. */
  readonly pinned?: Pinned;
  /** What the install reads, as the build of an image copies it before the code. */
  readonly manifests: readonly string[];
  /** The folder of downloads that builds of images share, of the user root. */
  readonly cache: string;
  /** Its name in `cache:` of the action that sets the runtime up. */
  readonly ciCache: string;
  /** Its name in `package-ecosystem:` of dependabot. */
  readonly ecosystem: string;
  /** How an index gets into the lock file that only the user's settings name; absent: it never does. */
  readonly index?: Index;
  /** How it is asked for the newest versions, where its registry is not asked directly. */
  readonly newest?: Newest;
}

/** Where an index is named. */
export interface Index {
  /** Variables and files of the user's own; `~` is the home. */
  readonly variables: RegExp;
  readonly settings: readonly string[];
  /** Files of the project, besides the manifest. */
  readonly declared: readonly string[];
  /** What to do about it. */
  readonly advice: string;
}

/** A program that reads requirements on standard input, tells what it would take, writes nothing. */
export interface Newest {
  words(runtime: string): readonly string[];
  /** Finds the name and the version of each package in what it prints. */
  readonly pin: RegExp;
}

/** A manager that is a package itself, of the version that the manifest pins. */
export interface Pinned {
  /** The package; a new app pins its newest version. */
  readonly package: string;
  /** The key of the manifest, and its value. */
  readonly key: string;
  value(version: string): string;
}
