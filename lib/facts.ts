import type { Packages } from './existing/packages.ts';
import type { Told } from './told.ts';
import type { ToolFacts } from './tool-facts.ts';
import type { Note } from './types.ts';

export type { Told } from './told.ts';

/** One fact found in a project, with the places that show it (`file:line`). */
export interface Fact<T> {
  readonly value: T;
  readonly evidence: readonly string[];
}

/** A place in the code where a line can be added: the name of what stands there. */
export interface Mount {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly name: string;
}

/** What concerns need besides, to fit in: not told in `--json`. */
export interface Facts extends Told, ToolFacts {
  /** The commands by which servers that it has not got would serve the application, by package; `$PORT` stands for the port. */
  readonly servable?: Fact<Readonly<Record<string, readonly string[]>>>;
  /** What the project is: only a service has processes, a port and an image. */
  readonly kind?: Fact<'service' | 'site' | 'library' | 'command'>;
  /** The socket's file that the process listens on, where that is no port. */
  readonly socket?: Fact<string>;
  /** The runtime of another kind that the code is for: only what is around the code is made. */
  readonly foreign?: Fact<string>;
  /** What the code is written in. */
  readonly source?: Fact<'typescript' | 'javascript' | 'python'>;
  /** The lock file, relative to the project; of a workspace, above it. */
  readonly lock?: Fact<string>;
  /** Where the build leaves its files (Node: tsconfig's outDir and the like). */
  readonly output?: Fact<string>;
  /** Variable → the default that the code has for it; never of a secret. */
  readonly defaults?: Fact<Readonly<Record<string, string>>>;
  /** Variables in whose place the code has something that an empty value would replace. */
  readonly spared?: Fact<readonly string[]>;
  /** Names set in `.env`, `.env.example` and their like. */
  readonly environment?: Fact<readonly string[]>;
  /** The port's variable, where the code makes a number of it and never passes its text on. */
  readonly numberVariable?: Fact<string>;
  /** Packages of the workspace that must be built before it. */
  readonly packages?: Fact<Packages>;
  /** A health route's address, where it is sure. */
  readonly health?: Fact<string>;
  /** Where none is sure: `/healthz` or `/readyz` as the code names it, so that something may answer there. */
  readonly healthNamed?: Fact<string>;
  /** Signals that the code handles itself, or has a library handle. */
  readonly signals?: Fact<readonly string[]>;
  /** The command that migrates the database. */
  readonly migrate?: Fact<string>;
  /** Where the app is made: `const app = express()`. */
  readonly mount?: Fact<Mount>;
  /** Where it begins to listen; `name` is what listens, or holds the server if it has a name. */
  readonly listen?: Fact<Mount>;
  /** Django: manage.py, the settings module that others build on, the root urlconf. */
  readonly manage?: Fact<string>;
  readonly settings?: Fact<string>;
  readonly urls?: Fact<string>;
  /** What the user should know: sources that disagree, versions at their end, files passed over. */
  readonly notes?: readonly Note[];
}

/** Facts without those that were not found. */
export const defined = (facts: { [K in keyof Facts]: Facts[K] | undefined }): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));

/** A fact with its evidence, in the order found. */
export const fact = <T>(value: T, ...evidence: readonly string[]): Fact<T> => ({ value, evidence });
