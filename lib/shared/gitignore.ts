import ignore from 'ignore';
import * as lines from '../documents/lines.ts';
import type { Declarations, TextEdit } from '../types.ts';
import { leavesOut } from './ignoring.ts';

/** The headings of `.gitignore`, in order. */
export const ignoreHeadings = [
  'Dependencies',
  'Build',
  'Secrets',
  'Data',
  'Tests',
  'Logs',
  'Machine',
];

/**
 * The edits that make git ignore what must never be committed. `outer`: the ignore file of the
 * repository's root, where that is another folder; `paths`: the user's files, whose folders stay.
 */
export const gitignoreEdits = (
  { ignored = [] }: Declarations,
  outer = '',
  paths: readonly string[] = [],
): readonly TextEdit[] => {
  const held = heldIn(
    paths,
    ignored.flatMap(({ patterns }) => patterns),
  );
  return ignored.map(
    ({ heading, patterns }): TextEdit =>
      (text) => {
        const free = patterns.filter((pattern) => !hides(pattern, held));
        const missing = missingIn(`${outer}\n${text}`, free);
        return lines.addLines(text, missing, { heading, headings: ignoreHeadings });
      },
  );
};

/** The user's files in folders that a pattern would leave out. */
function heldIn(paths: readonly string[], patterns: readonly string[]): readonly string[] {
  const folders = patterns.filter((pattern) => pattern.endsWith('/'));
  return paths.filter((path) => folders.some((folder) => `/${path}`.includes(`/${folder}`)));
}

/** Whether a pattern would hide a file that stays: then the next run would not see why it does. */
function hides(pattern: string, held: readonly string[]): boolean {
  if (held.length === 0) return false;
  const rule = ignore().add(pattern);
  return held.some((path) => rule.ignores(path));
}

/** Patterns are matched by their meaning; a group with an exception belongs together. */
function missingIn(text: string, patterns: readonly string[]): readonly string[] {
  if (patterns.some((pattern) => pattern.startsWith('!'))) return patterns;
  return patterns.filter((pattern) => !leavesOut(text, pattern));
}
