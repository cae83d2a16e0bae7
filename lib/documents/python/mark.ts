import { lineEnd, lineStart, splice } from '../text.ts';
import { isDocstring, type Module, type Node } from './tree.ts';

const isCompound = ({ type }: Node): boolean =>
  /_definition$|^(?:for|if|match|try|while|with)_statement$/.test(type);

/** The text with a comment behind each statement of the module itself: behind its head, where it has a body. */
export function marked({ text, statements }: Module, comment: string): string {
  const ends = statements
    .filter((one) => !isDocstring(one))
    .map((one) => lineEnd(text, isCompound(one) ? one.start : one.end));
  return [...new Set(ends)]
    .toReversed()
    .filter((end) => !text.slice(lineStart(text, end), end).endsWith(comment))
    .reduce((marking, end) => splice(marking, end, `  ${comment}`), text);
}
