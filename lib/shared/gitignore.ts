import * as lines from '../documents/lines.ts';
import type { Declarations, TextEdit } from '../types.ts';

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

/** The edits that make git ignore what must never be committed. */
export const gitignoreEdits = ({ ignored = [] }: Declarations): readonly TextEdit[] =>
  ignored.map(
    ({ heading, patterns }): TextEdit =>
      (text) =>
        lines.addLines(text, patterns, { heading, headings: ignoreHeadings }),
  );
