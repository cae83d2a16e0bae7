import { eolOf, firstOnLine, lineEnd, lineStart, type Span, splice } from './text.ts';

/** Code with its comments. */
export interface Commented {
  text: string;
  comments: readonly Span[];
}

/** Inserts lines after a statement; undefined where more than a comment follows it on its line. */
export function insertAfter({ text, comments }: Commented, { end }: Span, lines: string) {
  const stop = lineEnd(text, end);
  const note = comments.find(({ start }) => start >= end && start < stop);
  const isAlone = /^[ \t;]*$/.test(text.slice(end, note?.start ?? stop));
  const isEnded = !note || /^[ \t]*$/.test(text.slice(note.end, Math.max(stop, note.end)));
  if (!isAlone || !isEnded || (note?.end ?? 0) > stop) return undefined;
  return splice(text, stop, eolOf(text) + lines);
}

/** Inserts lines before a statement and its own comments; undefined where its line begins earlier. */
export function insertBefore(code: Commented, next: Span, lines: string): string | undefined {
  if (!firstOnLine(code.text, next.start)) return undefined;
  return splice(code.text, ownLines(code, next), lines + eolOf(code.text));
}

/** Is there a blank line between two statements? */
export function isParted(text: string, last: Span, next: Span): boolean {
  return /\n[ \t]*\r?\n/.test(text.slice(last.end, next.start));
}

/**
 * Where code goes that has its place among other code: the index of the neighbour that it directly
 * follows (or precedes), past those of its like that come first in the order.
 */
export function nearest(
  present: readonly string[],
  from: number,
  side: 'after' | 'before',
  own: string,
  order: readonly string[],
): number {
  const [rank, step] = [order.indexOf(own), side === 'after' ? 1 : -1];
  const isNearer = (one: string | undefined) => {
    const other = one === undefined ? -1 : order.indexOf(one);
    return other >= 0 && rank >= 0 && (side === 'after' ? other < rank : other > rank);
  };
  let at = from;
  while (isNearer(present[at + step])) at += step;
  return at;
}

/** Start of a statement's lines: comments directly above are its own, save a text's first lines. */
function ownLines({ text, comments }: Commented, { start }: Span): number {
  const own = lineStart(text, start);
  const at = comments.toReversed().reduce((line, comment) => {
    const isAbove = comment.end <= line && /^[ \t]*\r?\n$/.test(text.slice(comment.end, line));
    return isAbove && firstOnLine(text, comment.start) ? lineStart(text, comment.start) : line;
  }, own);
  return text.slice(0, at).replace(/^#!.*\r?\n/, '') === '' ? own : at;
}
