import type { Dependency, Line, TableRow, Tree } from './types.ts';

/** Every file below folders of `generators/`. */
export const trees = (...folders: string[]): Tree[] => folders.map((folder) => ({ folder }));

/** Lines for one hole of a file, from the given rank on. */
export const lines = (at: string, texts: readonly string[], rank = 0): Line[] =>
  texts.map((text, index) => ({ at, rank: rank + index / 100, text }));

/** An import and an item of a list that use it: how a module becomes part of a list. */
export const listed = (
  path: string,
  list: string,
  { name, from, item = name, rank }: { name: string; from: string; item?: string; rank: number },
): Line[] => [
  { at: `${path}#imports`, rank: 0, text: `import { ${name} } from '${from}';` },
  { at: `${path}#${list}`, rank, text: item },
];

/** A feature of the web app: a line of `src/features.ts`. */
export const feature = (rank: number, name: string, from: string): Line[] =>
  listed('src/features.ts', 'features', { name, from, rank });

/** Packages by name. */
export const needs = (...names: string[]): Dependency[] => names.map((name) => ({ name }));
/** Packages that only development needs. */
export const needsInDevelopment = (...names: string[]): Dependency[] =>
  names.map((name) => ({ name, dev: true }));

/** Rows of one of README.md's tables, from the given rank on. */
export const tableRows = (
  heading: string,
  rank: number,
  rows: Readonly<Record<string, readonly string[]>>,
): TableRow[] =>
  Object.entries(rows).map(([key, cells], index) => ({
    heading,
    key,
    cells,
    rank: rank + index / 100,
  }));

/** A row of README's table of the twelve factors. */
export const factor = (rank: number, key: string, how: string, where: string): TableRow => ({
  heading: 'The twelve factors',
  key,
  cells: [how, where],
  rank,
});
