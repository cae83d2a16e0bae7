import type { Files, Note } from '../types.ts';

/** What a formatter looks at: a project's files, and the way up to its repository's root. */
export interface Around {
  readonly theirs: Files;
  /** '' at the root, else `../../`. */
  readonly up: string;
  /** The project's folder below that root: '' at the root, else `apps/api`. */
  readonly folder: string;
}

/** A formatter as a project has set it up. */
export interface SetUp {
  /** A file's text as the formatter prints it; undefined where it doesn't print that file, or can't. */
  print(path: string, text: string): Promise<string | undefined>;
  /** What the user should know: settings that can't be read without being run. */
  readonly notes: readonly Note[];
}

/** A formatter of code: a row. */
export interface Formatter {
  readonly name: string;
  /** How a project has set it up; undefined where the project doesn't use it. */
  setUp(around: Around): Promise<SetUp | undefined>;
}
