/** The line, from 1, on which a part of a text stands first; 1 where it does not. */
export function lineOf(text: string, part: string | RegExp): number {
  const at = typeof part === 'string' ? text.indexOf(part) : text.search(part);
  return text.slice(0, Math.max(0, at)).split('\n').length + leadingBreaks(text, part, at);
}

/** A pattern that begins with white space may match from the line before. */
function leadingBreaks(text: string, part: string | RegExp, at: number): number {
  if (typeof part === 'string' || at < 0) return 0;
  const space = /^\s*/.exec(text.slice(at))?.[0] ?? '';
  return space.split('\n').length - 1;
}
