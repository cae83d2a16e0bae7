const BOM = '\uFEFF';

/** A piece of a text: offsets of its first character and of the one after its last. */
export interface Span {
  start: number;
  end: number;
}

/** The text with an insertion at an offset; the characters up to `end` give way to it. */
export function splice(text: string, at: number, insertion: string, end = at): string {
  return text.slice(0, at) + insertion + text.slice(end);
}

/** The line ending of a text: that of its first line, `\n` where there is none. */
export function eolOf(text: string): '\n' | '\r\n' {
  return text[text.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n';
}

/** Offset of the first character of the line that holds the offset. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset of the line ending (or of the text's end) after the offset. */
export function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  if (feed < 0) return text.length;
  return feed > offset && text[feed - 1] === '\r' ? feed - 1 : feed;
}

/** The white space that the line of the offset begins with. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';
}

/** Is there only white space between the line's start and the offset? */
export function firstOnLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

/** Edits the text behind its byte order mark, which stays. */
export function behindBom(text: string, edit: (body: string) => string): string {
  return text.startsWith(BOM) ? BOM + edit(text.slice(1)) : edit(text);
}

/** The text without its byte order mark. */
export function withoutBom(text: string): string {
  return text.startsWith(BOM) ? text.slice(1) : text;
}
