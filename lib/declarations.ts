/** What concerns and rows say; the core knows where each of it is written. */

import type { Note } from './types.ts';

/** One environment variable of the app: said once, written wherever it belongs. */
export interface Variable {
  readonly name: string;
  readonly about: string;
  /** The heading of `.env.example` that it stands under. */
  readonly section: string;
  /** What `.env.example` shows; for a secret the kind of value that `setup` makes. */
  readonly example?: string;
  readonly secret?: boolean;
  /** The values taken where it is unset, in words, for the README's table. */
  readonly fallback?: string;
  /** Where it must be set, in words, for the README's table. */
  readonly required?: string;
  /** The user's own code reads it: what value it has is the user's to say. */
  readonly read?: boolean;
  /** Shown as a comment in `.env.example`, though it has an example. */
  readonly optional?: boolean;
}

/** A package that the app needs. */
export interface Dependency {
  readonly name: string;
  /** Optional parts of a package of Python's. */
  readonly extras?: readonly string[];
  readonly dev?: boolean;
  /** The newest version inside this range is taken, and `because` is told in the report. */
  readonly within?: string;
  readonly because?: string;
}

/** A command of the manifest (a script of package.json, a target of a Makefile). */
export interface Command {
  readonly name: string;
  /** Several lines are several steps, where the language has such commands. */
  readonly run: string;
  readonly about: string;
  /** Commands that run before it, where the language has such a notion. */
  readonly after?: readonly string[];
}

/** A section of README.md; its text is a template, relative to `generators/`. */
export interface Section {
  readonly heading: string;
  readonly template: string;
}

/** A row of one of README.md's tables. */
export interface TableRow {
  readonly heading: string;
  /** The first cell, by which the row is known. */
  readonly key: string;
  readonly cells: readonly string[];
  readonly rank: number;
}

/** Patterns for `.gitignore`, under a heading that tells why. */
export interface Ignored {
  readonly heading: string;
  readonly patterns: readonly string[];
}

/** A line (or block) that goes into a named hole of a file, in rank order. */
export interface Line {
  /** `<path>#<hole>`: the file of the app and the hole of its template. */
  readonly at: string;
  readonly rank: number;
  readonly text: string;
  /** It stands only where a splice that gives this has its place. */
  readonly given?: string;
}

/** Files made whole, each from the template of its path below a folder. */
export interface Tree {
  /** Relative to `generators/`. */
  readonly folder: string;
  /** The folder of the project that they go to; absent: the project's own. */
  readonly into?: string;
  /** Other names for some of its files. */
  readonly names?: Readonly<Record<string, string>>;
  /** How a file is met where the user has one of that name: kept, or (the default) a conflict. */
  readonly existing?: 'keep' | 'conflict';
}

/** One file made whole; its place follows from the project. */
export interface MadeFile {
  readonly path: string;
  /** Relative to `generators/`. */
  readonly template: string;
  /** The file of the user's whose habits of quotes, semicolons and indentation it follows. */
  readonly like?: string;
}

/** Something put into a file of the user's, where the place is sure; an existing project only. */
export interface Splice {
  readonly path: string;
  /** The text with it, unchanged where it is there; undefined where the place is not sure. */
  edit(text: string): string | undefined | Promise<string | undefined>;
  /** Told where the place is not sure, or no such file is there. */
  readonly otherwise: Note;
  /** The template that the file begins with where there is none; absent: none is made. */
  readonly from?: string;
  /** Source code: whole lines are put in, and the base keeps no copy of the user's. */
  readonly code?: boolean;
  /** What there is where these lines stand, for lines elsewhere that count on it. */
  readonly gives?: string;
}

/** A file of the user's that stays as it is: what it lacks is told. */
export interface Inspection {
  readonly path: string;
  /** Rejects with DocumentError where the text can't be parsed. */
  look(text: string): Promise<readonly Omit<Note, 'file'>[]>;
}

/** All that concerns and rows say; every field adds up over those that ran. */
export interface Declarations {
  readonly variables?: readonly Variable[];
  readonly dependencies?: readonly Dependency[];
  readonly commands?: readonly Command[];
  readonly sections?: readonly Section[];
  readonly rows?: readonly TableRow[];
  readonly ignored?: readonly Ignored[];
  readonly lines?: readonly Line[];
  readonly trees?: readonly Tree[];
  readonly files?: readonly MadeFile[];
  readonly splices?: readonly Splice[];
  readonly inspections?: readonly Inspection[];
  /** Added to the manifest where it has no such key. */
  readonly manifest?: Readonly<Record<string, unknown>>;
  readonly notes?: readonly Note[];
}
