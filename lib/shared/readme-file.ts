import { isClosed } from '../documents/markdown.ts';
import type { Declarations, Files, Note } from '../types.ts';

const isReadme = /^readme(?:\.\w+)?$/i;

/** The README that sections go into; undefined where the project's own can't take any. */
export function readmeOf(theirs: Files): string | undefined {
  const all = theirs.list().filter((path) => isReadme.test(path));
  if (all.length === 0) return 'README.md';
  return all.find((path) => /\.(?:md|markdown)$/i.test(path) && isClosed(theirs.read(path) ?? ''));
}

/** What the project's own README does not get. */
export function untoldOf(theirs: Files, { rows = [] }: Declarations): readonly Note[] {
  const file = theirs.list().find((path) => isReadme.test(path));
  const keys = rows.filter(({ heading }) => heading === 'Commands').map(({ key }) => key);
  if (file === undefined || readmeOf(theirs) !== undefined || keys.length === 0) return [];
  const why = /\.(?:md|markdown)$/i.test(file)
    ? 'ends in a code or HTML block that is not closed'
    : 'is not Markdown';
  return [{ file, message: `${why}, so it stays as it is; it could tell ${keys.join(', ')}` }];
}
