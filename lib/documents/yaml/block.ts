import { eolOf, firstOnLine, lineEnd, lineStart, type Span, splice } from '../text.ts';
import { columnOf, indented } from './style.ts';

/** Items below each other, at one column; `root`: nothing is above them. */
export interface Block {
  items: readonly Span[];
  root: boolean;
}

/** Inserts lines as an item before the one at the index (or after the last), spaced alike. */
export function insertLines(text: string, block: Block, index: number, lines: string[]): string {
  const { items } = block;
  const next = items[index];
  const eol = eolOf(text);
  const column = columnOf(text, items[0]?.start ?? 0);
  const indent = ' '.repeat(column);
  const apart = isApart(text, block, index) ? eol : '';
  if (!next) {
    const at = endOfLines(text, items.at(-1)?.end ?? 0, column);
    const gap = text[at - 1] === '\n' ? eol : eol + apart;
    return splice(text, at, gap + indented(lines, column).join(eol));
  }
  if (!firstOnLine(text, next.start)) {
    const [first = '', ...rest] = lines;
    const body = [first, ...indented(rest, column)].join(eol);
    return splice(text, next.start, body + eol + apart + indent);
  }
  return splice(
    text,
    ownLines(text, block, index),
    indented(lines, column).join(eol) + eol + apart,
  );
}

/** End of an item's last line; comments after it, further in than the column, are its own. */
export function endOfLines(text: string, end: number, column: number): number {
  const comments = new RegExp(`(?:\\s*\\n {${column + 1},}#[^\\r\\n]*)*`, 'y');
  comments.lastIndex = lineEnd(text, end);
  return comments.test(text) ? comments.lastIndex : lineEnd(text, end);
}

/** Are the items around a gap parted by a blank line? Beyond either end its neighbour gap tells. */
function isApart(text: string, block: Block, index: number): boolean {
  const after = Math.min(Math.max(index, 1), block.items.length - 1);
  const before = block.items[after - 1];
  if (!before || after < 1) return false;
  return /\n[ \t]*\r?\n$/.test(text.slice(before.end, ownLines(text, block, after)));
}

/** Start of an item's lines: comments directly above it are its own, save a text's first lines. */
function ownLines(text: string, block: Block, index: number): number {
  const own = lineStart(text, block.items[index]?.start ?? 0);
  const floor = block.items[index - 1]?.end ?? -1;
  const comment = `${' '.repeat(columnOf(text, block.items[index]?.start ?? 0))}#`;
  let at = own;
  while (at > 0) {
    const above = lineStart(text, at - 1);
    if (above <= floor || !text.startsWith(comment, above)) break;
    at = above;
  }
  const top = at === 0 || /^(---|%)/.test(text.slice(lineStart(text, at - 1), at));
  return block.root && index === 0 && top ? own : at;
}
