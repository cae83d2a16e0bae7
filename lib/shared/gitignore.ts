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
): readonly TextEdit[] =>
  ignored.map(
    ({ heading, patterns }): TextEdit =>
      (text) => {
        const free = patterns.filter((pattern) => !holds(paths, pattern));
        const missing = missingIn(`${outer}\n${text}`, free);
        return lines.addLines(text, missing, { heading, headings: ignoreHeadings });
      },
  );

/** Whether a pattern names a folder that has files of the user's. */
const holds = (paths: readonly string[], pattern: string): boolean =>
  pattern.endsWith('/') && paths.some((path) => `/${path}`.includes(`/${pattern}`));

/** Patterns are matched by their meaning; a group with an exception belongs together. */
function missingIn(text: string, patterns: readonly string[]): readonly string[] {
  if (patterns.some((pattern) => pattern.startsWith('!'))) return patterns;
  return patterns.filter((pattern) => !leavesOut(text, pattern));
}
