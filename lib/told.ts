import type { Fact, Facts } from './facts.ts';

/** What was found in an existing project and is told in `--json`; absent where nothing was found. */
export interface Told {
  readonly language?: Fact<'node' | 'python'>;
  /** The framework's own name, also where the tool has no row for it (koa, flask …). */
  readonly stack?: Fact<string>;
  readonly packageManager?: Fact<string>;
  /** As pinned, else the major that the lock file's format tells. */
  readonly packageManagerVersion?: Fact<string>;
  /** The range as written. */
  readonly runtimeVersion?: Fact<string>;
  /** The version for images and CI: a major of Node, a minor of Python. */
  readonly runtime?: Fact<string>;
  readonly module?: Fact<'esm' | 'cjs'>;
  /** The source file that the start process begins with. */
  readonly entry?: Fact<string>;
  /** Python: `module:object`; a factory ends in `()`. */
  readonly application?: Fact<string>;
  /** The real process, in words: no package manager, no development server, no watcher. */
  readonly start?: Fact<readonly string[]>;
  /** Commands in the project's own manager. */
  readonly build?: Fact<string>;
  readonly test?: Fact<string>;
  readonly lint?: Fact<string>;
  readonly port?: Fact<number>;
  /** The variable that sets the port. */
  readonly portVariable?: Fact<string>;
  /** The interface that the code listens on, where it names one. */
  readonly host?: Fact<string>;
  /** Names of rows that are attached already; the primary database first. */
  readonly services?: Fact<readonly string[]>;
  /** Names of the variables that the code reads, sorted; one piece of evidence each. */
  readonly variables?: Fact<readonly string[]>;
  /** Folders of a monorepo that hold a service. */
  readonly apps?: Fact<readonly string[]>;
  /** Process → command, of the Procfile and its like. */
  readonly processes?: Fact<Readonly<Record<string, string>>>;
  /** Where a secret stands in the code. Never a value. */
  readonly secrets?: { readonly evidence: readonly string[] };
  readonly ci?: Fact<readonly string[]>;
  readonly dockerfile?: Fact<string>;
  readonly compose?: Fact<string>;
}

const told = {
  language: true,
  stack: true,
  packageManager: true,
  packageManagerVersion: true,
  runtimeVersion: true,
  runtime: true,
  module: true,
  entry: true,
  application: true,
  start: true,
  build: true,
  test: true,
  lint: true,
  port: true,
  portVariable: true,
  host: true,
  services: true,
  variables: true,
  apps: true,
  processes: true,
  secrets: true,
  ci: true,
  dockerfile: true,
  compose: true,
} satisfies Record<keyof Told, true>;

/** The facts of `--json`, in the contract's order. */
export const toldOf = (facts: Facts): Told =>
  Object.fromEntries(
    Object.keys(told)
      .map((name) => [name, facts[name as keyof Told]] as const)
      .filter(([, fact]) => fact !== undefined),
  );
