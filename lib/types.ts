import type { Declarations } from './declarations.ts';
import type { Facts } from './facts.ts';
import type { Language } from './languages/language.ts';
import type { Manager } from './managers/manager.ts';
import type { Note } from './outcome.ts';
import type { Surroundings } from './project/surroundings.ts';

/**
 * Every interface of the tool, in the order in which a run meets them:
 * files + answers → Project → Declarations → desired files → changes → commit.
 */

export type * from './declarations.ts';
export type * from './facts.ts';
export type * from './languages/language.ts';
export type * from './outcome.ts';

/** A read-only view of a project's files; paths are relative, with `/`. */
export interface Files {
  /** The text of a file, or undefined where there is none. */
  read(path: string): string | undefined;
  /** Every path that the tool may look at, sorted. */
  list(): readonly string[];
  /** What was found and could not be read: binary, huge, unreadable, a link that leads out. */
  passedOver?(): readonly Note[];
}

/** What the user chose, by option name; this is what `.yo-rc.json` keeps. */
export type Answers = Readonly<Record<string, string | number | readonly string[]>>;

/** All that is known in a run: what was found, completed by the answers. Immutable. */
export interface Project {
  readonly name: string;
  /** There was code before the tool came: no sample, and nothing of the user's is replaced. */
  readonly existing: boolean;
  readonly stack: Stack;
  readonly manager: Manager;
  readonly port: number;
  /** The chosen rows of each option, in the catalog's order. */
  readonly chosen: Readonly<Record<string, readonly Row[]>>;
  readonly answers: Answers;
  readonly facts: Facts;
  /** The files as the user has them, without what the tool wrote. */
  readonly theirs: Files;
  /** There was no `.env` of the user's own when the tool came. */
  readonly ownEnv: boolean;
  /** The variables to which secrets of the code were moved, now or before. */
  readonly moved: readonly string[];
  /** Facts that the user corrected, as they wrote them. */
  readonly corrections: Readonly<Record<string, string>>;
  /** The project's folder below the root of its git repository, with `/`; '' at the root. */
  readonly path: string;
  /** The user asked to move found secrets into the environment. */
  readonly fix: boolean;
  readonly surroundings: Surroundings;
  /** The concerns that ran before, and the one that runs now. */
  readonly concerns: ReadonlySet<string>;
}

/** One value of an option: a database, a server, a provider, a dashboard. One file each. */
export interface Row extends Declarations {
  readonly name: string;
  readonly title: string;
  /** What it brings to the apps of one stack; a stack that is missing can't use it. */
  readonly stacks?: Readonly<Record<string, Declarations>>;
  /** What it brings to code that is there, by language; a language that is missing is told. */
  readonly existing?: Partial<Record<'node' | 'python', (project: Project) => Declarations>>;
  /** The row is offered only to these stacks' languages; absent: to all. */
  readonly language?: 'node' | 'python';
  /** Rows that it can't do without, as `option=value`; said in the error. */
  readonly requires?: readonly string[];
}

/** One option of the command line, which is also a question. */
export interface Option {
  readonly name: string;
  readonly about: string;
  readonly kind: 'one' | 'many' | 'text' | 'number';
  /** The values in the order of the menu; absent for free text. */
  readonly rows?: readonly Row[];
  /** Whether `none` is a value, for every project or only for an existing one. */
  readonly none?: boolean | 'existing';
  /** The default of a new app, given its stack. */
  readonly initial?: (stack: Stack) => string | number | readonly string[];
  /** The default where there is code already, if it is another; it may follow from the files. */
  readonly retrofit?: string | readonly string[] | ((theirs: Files) => readonly string[]);
  /** Asked on a terminal; the rest is left to flags. */
  readonly ask?: boolean;
}

/** One twelve-factor concern. Pure: no disk, clock, network or environment. */
export interface Concern {
  readonly name: string;
  readonly title: string;
  /** The factors that it keeps, in Roman numerals. */
  readonly factors: readonly string[];
  readonly options: readonly Option[];
  declare(project: Project): Declarations;
}

/** A framework: a row of facts that every concern reads. */
export interface Stack {
  readonly name: string;
  readonly title: string;
  readonly language: Language;
  /** The package that gives an existing project away. */
  readonly detect: string;
  readonly port: number;
  /** The runtime that images and CI have: of a new app, unless it is told another. */
  readonly runtime: string;
  /** All runtimes that a new app can have. */
  readonly runtimes: readonly string[];
  /** The runtime as the user wrote it for a new app, which may be more exact. */
  readonly pin?: string;
  readonly managers: readonly Manager[];
  /** Its own defaults, by option, where they are not the first of the menu. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** Templates of shared files that a new app begins with, by path; absent: with nothing. */
  readonly skeletons?: Readonly<Record<string, string>>;
}

/** One change to a text; a text that already complies comes back unchanged. */
export type TextEdit = (text: string) => string | Promise<string>;

/** The versions chosen for a run, by package name. */
export type Versions = Readonly<Record<string, Version>>;

/** One version: the range for the manifest, and where it comes from. */
export interface Version {
  readonly range: string;
  readonly source: string;
}
