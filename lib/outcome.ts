import type { Told } from './facts.ts';
import type { Versions } from './types.ts';

/** What one file should become. `null`: it should not be there any more. */
export interface Change {
  readonly path: string;
  readonly text: string | null;
  readonly mode?: number;
}

/** Something that the user should know or do by hand. */
export interface Note {
  readonly file: string;
  readonly line?: number;
  readonly message: string;
}

/** A file that both the user and the tool would have otherwise, in the same lines. */
export interface Open {
  readonly path: string;
  readonly base: string | undefined;
  readonly mine: string;
  readonly theirs: string;
}

/** The outcome of planning: what to commit, and what to tell. */
export interface Plan {
  readonly changes: readonly Change[];
  readonly unchanged: readonly string[];
  readonly conflicts: readonly string[];
  /** The conflicts, and edited files that stay: on a terminal they are asked about. */
  readonly open: readonly Open[];
  readonly notes: readonly Note[];
  readonly versions: Versions;
  readonly next: readonly string[];
  readonly facts: Told;
}
