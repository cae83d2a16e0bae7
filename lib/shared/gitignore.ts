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
 * repository's root, where that is another folder.
 */
export const gitignoreEdits = ({ ignored = [] }: Declarations, outer = ''): readonly TextEdit[] =>
  ignored.map(
    ({ heading, patterns }): TextEdit =>
      (text) => {
        const missing = missingIn(`${outer}\n${text}`, patterns);
        return lines.addLines(text, missing, { heading, headings: ignoreHeadings });
      },
  );

/** Patterns are matched by their meaning; a group with an exception belongs together. */
function missingIn(text: string, patterns: readonly string[]): readonly string[] {
  if (patterns.some((pattern) => pattern.startsWith('!'))) return patterns;
  return patterns.filter((pattern) => !leavesOut(text, pattern));
}
