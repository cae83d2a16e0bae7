import type { Files } from '../types.ts';

/** The README that sections go into; undefined where the project's own is not Markdown. */
export function readmeOf(theirs: Files): string | undefined {
  const all = theirs.list().filter((path) => /^readme(?:\.\w+)?$/i.test(path));
  if (all.length === 0) return 'README.md';
  return all.find((path) => /\.(?:md|markdown)$/i.test(path));
}
