import type { Declarations, Files, Note } from '../types.ts';

const isReadme = /^readme(?:\.\w+)?$/i;

/** The README that sections go into; undefined where the project's own is not Markdown. */
export function readmeOf(theirs: Files): string | undefined {
  const all = theirs.list().filter((path) => isReadme.test(path));
  if (all.length === 0) return 'README.md';
  return all.find((path) => /\.(?:md|markdown)$/i.test(path));
}

/** What the project's own README does not get, as it is not Markdown. */
export function untoldOf(theirs: Files, { rows = [] }: Declarations): readonly Note[] {
  const file = theirs.list().find((path) => isReadme.test(path));
  const keys = rows.filter(({ heading }) => heading === 'Commands').map(({ key }) => key);
  if (file === undefined || readmeOf(theirs) !== undefined || keys.length === 0) return [];
  return [
    { file, message: `is not Markdown, so it stays as it is; it could tell ${keys.join(', ')}` },
  ];
}
