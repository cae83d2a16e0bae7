import type { Answer, Ask } from './http/request.ts';
import type { Child, Exit } from './processes/launch.ts';

/** Environment variables of a process; `undefined` takes one out. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The kinds of process that an app has. */
export type Kind = 'web' | 'admin' | 'release';

/** What an app or this machine can have, and a check can need. */
export type Feature =
  | 'rest'
  | 'graphql'
  | 'swagger'
  | 'graphiql'
  | 'admin'
  | 'admin-process'
  | 'metrics'
  | 'sqlite'
  | 'network-database'
  | 'scratch-databases'
  | 'all-interfaces'
  | 'browser';

/** How a process is started: its words, without a shell, and variables that go before them. */
export interface Command {
  readonly words: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

/** What the audit knows of a language: a row of data. */
export interface Language {
  readonly name: string;
  /** A file that shows that a directory is written in this language. */
  readonly manifests: readonly string[];
  /** The variable that names the environment. */
  readonly environmentVariable: 'NODE_ENV' | 'APP_ENV';
  /** Folders that go first in PATH, relative to the app. */
  readonly path: readonly string[];
  /** The admin is a process of its own, or lives in the web process. */
  readonly admin: 'process' | 'web';
  /** The variables that each kind of process requires in production. */
  readonly required: Readonly<Record<Kind, readonly string[]>>;
  /** Where the version of the runtime stands: its own file, and the pattern in the manifest. */
  readonly runtime: { readonly file: string; readonly manifest: string; readonly range: RegExp };
  /** The commands of the contract that the app has not. */
  missingCommands(directory: string, features: ReadonlySet<Feature>): readonly string[];
  /** How the real process of a kind is started, or undefined where the app has none. */
  command(directory: string, kind: Kind): Command | undefined;
}

/** A started app process that answers requests. */
export interface Running {
  readonly base: string;
  readonly port: number;
  readonly child: Child;
  /** Sends `METHOD /path` with a valid token; see {@link Ask} for what can differ. */
  ask(line: string, ask?: Ask): Promise<Answer>;
  /** Sends a signal (SIGTERM) and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<Exit>;
}

/** Values that must never be seen in output; made anew for each audit. */
export interface Secrets {
  readonly token: string;
  readonly secondToken: string;
  /** A valid token that is sent in an address, where logs may show it. */
  readonly queryToken: string;
  readonly key: string;
  readonly otherKey: string;
  readonly metrics: string;
  readonly email: string;
  readonly password: string;
}

/** The app under test: what it is, and how to start processes of it. */
export interface Subject {
  readonly directory: string;
  readonly scratch: string;
  readonly language: Language;
  readonly features: ReadonlySet<Feature>;
  readonly secrets: Secrets;
  /** The folder for screenshots, where they are wanted. */
  readonly screenshots: string | undefined;
  /** Every process that was started so far. */
  readonly children: readonly Child[];
  /** Ends every process that no other check shares. */
  sweep(): Promise<void>;
  /** Starts a process in production, its complete environment changed; waits for nothing. */
  launch(kind: Kind, changes?: Environment): Promise<Child>;
  /** Starts a process and waits until it is ready (or the path of a health address is 200). */
  start(kind: 'web' | 'admin', changes?: Environment, path?: string): Promise<Running>;
  /** As `start`, but one process for all callers with the same changes; never stop it. */
  shared(kind: 'web' | 'admin', changes?: Environment): Promise<Running>;
  /** The address of a database of this name: empty at first, the same for each call. */
  database(name: string): Promise<string>;
  /** The address of the database `main`, on which `release` has run. */
  migrated(name?: string): Promise<string>;
  /** Stops or starts the database server, where the user said how. */
  readonly control: DatabaseControl | undefined;
}

/** The user's own commands that stop and start the database server. */
export interface DatabaseControl {
  readonly stop: string;
  readonly start: string;
}

/** One line of the contract, and how it is proven. */
export interface Check {
  readonly id: string;
  /** The sentence of the contract. */
  readonly line: string;
  readonly needs?: readonly Feature[];
  /** Throws `Failure` with what was seen, or answers a remark that goes into the report. */
  run(app: Subject): Promise<string | undefined>;
}

/** What became of one check. */
export interface Outcome {
  readonly id: string;
  readonly line: string;
  readonly status: 'ok' | 'failed' | 'not applicable';
  /** What was seen on failure, why it does not apply, or a remark. */
  readonly remark?: string;
  readonly seconds: number;
}
