import { eolOf, firstOnLine, lineEnd, lineStart, type Span, splice } from '../text.ts';
import type { Module } from './tree.ts';

/** Inserts lines after a statement; undefined where more than a comment follows it on its line. */
export function insertAfter(text: string, { end }: Span, lines: string): string | undefined {
  const stop = lineEnd(text, end);
  const rest = text.slice(end, stop);
  if (!/^[ \t;]*(?:\/\/.*|\/\*(?:(?!\*\/).)*\*\/[ \t]*)?$/.test(rest)) return undefined;
  return splice(text, stop, eolOf(text) + lines);
}

/** Inserts lines before a statement and its own comments; undefined where its line begins earlier. */
export function insertBefore(module: Module, next: Span, lines: string): string | undefined {
  const { text } = module;
  if (!firstOnLine(text, next.start)) return undefined;
  return splice(text, ownLines(module, next), lines + eolOf(text));
}

/** Is there a blank line between two statements? */
export function isParted(text: string, last: Span, next: Span): boolean {
  return /\n[ \t]*\r?\n/.test(text.slice(last.end, next.start));
}

/** Start of a statement's lines: comments directly above are its own, save a text's first lines. */
function ownLines({ text, comments }: Module, { start }: Span): number {
  const own = lineStart(text, start);
  const at = comments.toReversed().reduce((line, comment) => {
    const isAbove = comment.end <= line && /^[ \t]*\r?\n$/.test(text.slice(comment.end, line));
    return isAbove && firstOnLine(text, comment.start) ? lineStart(text, comment.start) : line;
  }, own);
  return text.slice(0, at).replace(/^#!.*\r?\n/, '') === '' ? own : at;
}
