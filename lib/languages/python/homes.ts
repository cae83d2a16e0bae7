import type { Files } from '../../types.ts';
import { pipfile } from './pipfile.ts';
import { poetry } from './poetry.ts';
import { developmentHome, project, projectHome } from './project.ts';
import type { Requirement } from './requirement.ts';
import { requirementFiles } from './requirements.ts';

/** A place of a project where dependencies stand. */
export interface Home {
  readonly path: string;
  /** The ranges of the packages there, as they are written, by normalised name. */
  ranges(text: string): Readonly<Record<string, string>>;
  /** Adds a requirement unless its package is there. */
  add(text: string, requirement: Requirement): string;
}

/** Where a project declares what it runs with, and what only development needs. */
export interface Homes {
  readonly main: Home;
  readonly development: Home;
}

/** Finds the homes of one kind, if a project declares so. */
export type FindHomes = (files: Files) => Homes | undefined;

/** The kinds of homes; the first that a project has is written to. */
const kinds: readonly FindHomes[] = [poetry, project, pipfile, requirementFiles];

/** Where a project declares its dependencies; undefined where the tool can't add any. */
export const homesOf = (files: Files): Homes | undefined =>
  kinds.map((find) => find(files)).find((homes) => homes !== undefined);

/** Where a new app declares. */
export const newHomes: Homes = { main: projectHome, development: developmentHome };
