import { eolOf, indentAt, type Span, splice } from './text.ts';

/** A list in brackets, `{…}` or `[…]`, with its items. */
export interface Bracketed extends Span {
  items: readonly Span[];
}

/** How an item is written into brackets. */
export interface Writing {
  /** The item's text; with an indent it may take several lines, without one only one. */
  print: (indent: string | undefined) => string;
  /** One step of indentation. */
  unit: string;
  /** Whether empty brackets open over several lines. */
  opens: boolean;
  /** What stands inside braces around items on one line. */
  pad: string;
  comments: 'slashes' | 'hash';
}

interface Token extends Span {
  kind: 'eol' | 'comma' | 'comment' | 'space';
}

const TOKENS = {
  slashes: /(\/\/[^\r\n]*|\/\*[\s\S]*?\*\/)|(\r?\n)|(,)|[^\r\n,/]+|[\s\S]/g,
  hash: /(#[^\r\n]*)|(\r?\n)|(,)|[^\r\n,#]+|[\s\S]/g,
};

/** Inserts an item before the one at the index (or after the last); all other characters stay. */
export function insertItem(text: string, list: Bracketed, index: number, how: Writing): string {
  if (list.items.length === 0) return fill(text, list, how);
  if (index < list.items.length) return insertBefore(text, list, index, how);
  return insertAfter(text, list, how);
}

/** Offset of the first comma between two offsets that is not in a comment. */
export function commaIn(text: string, gap: Span, how: Pick<Writing, 'comments'>) {
  return scan(text, gap, how).find((token) => token.kind === 'comma')?.start;
}

function insertBefore(text: string, list: Bracketed, index: number, how: Writing): string {
  const start = list.items[index]?.start ?? list.end;
  const gap = gapBefore(text, list, index, how);
  if (!gap.some(isEol)) {
    const at = gap.find((token) => token.kind === 'comment')?.start ?? start;
    return splice(text, at, `${how.print(undefined)}, `);
  }
  const indent = indentAt(text, start);
  return splice(text, ownLines(gap), `${indent}${how.print(indent)},${eolOf(text)}`);
}

function insertAfter(text: string, list: Bracketed, how: Writing): string {
  const index = list.items.length - 1;
  const last = list.items[index] ?? list;
  const tail = scan(text, { start: last.end, end: list.end - 1 }, how);
  const comma = tail.find((token) => token.kind === 'comma');
  const behind = comma?.end ?? last.end;
  if (!gapBefore(text, list, index, how).some(isEol)) {
    const item = how.print(undefined);
    return splice(text, behind, comma ? ` ${item},` : `, ${item}`);
  }
  const indent = indentAt(text, last.start);
  const item = `${eolOf(text)}${indent}${how.print(indent)}${comma ? ',' : ''}`;
  const at = tail.find((token) => isEol(token) && token.start >= behind)?.start ?? behind;
  return splice(splice(text, at, item), last.end, comma ? '' : ',');
}

function fill(text: string, list: Bracketed, how: Writing): string {
  const inside = { start: list.start + 1, end: list.end - 1 };
  const tokens = scan(text, inside, how);
  const [eol, outer] = [eolOf(text), indentAt(text, list.start)];
  const indent = outer + how.unit;
  const first = tokens.find(isEol);
  if (first) return splice(text, first.start, eol + indent + how.print(indent));
  if (tokens.length === 0 && how.opens) {
    return splice(text, inside.start, eol + indent + how.print(indent) + eol + outer);
  }
  const pad = text[list.start] === '{' ? how.pad : '';
  const before = isComment(tokens) ? pad : text.slice(inside.start, inside.end) || pad;
  return splice(text, inside.start, before + how.print(undefined) + (tokens.length ? '' : pad));
}

/** What stands between an item and the comma (or bracket) before it. */
function gapBefore(text: string, list: Bracketed, index: number, how: Writing): Token[] {
  const start = list.items[index - 1]?.end ?? list.start + 1;
  const tokens = scan(text, { start, end: list.items[index]?.start ?? start }, how);
  return tokens.slice(tokens.findIndex((token) => token.kind === 'comma') + 1);
}

/** Start of an item's first line: its own, or that of the comment lines directly above it. */
function ownLines(gap: readonly Token[]): number {
  const ends = gap.flatMap((token, index) => (isEol(token) ? [index] : []));
  let line = ends.length - 1;
  while (line > 0 && isComment(gap.slice((ends[line - 1] ?? 0) + 1, ends[line]))) line -= 1;
  return gap[ends[line] ?? 0]?.end ?? 0;
}

function scan(text: string, { start, end }: Span, how: Pick<Writing, 'comments'>): Token[] {
  return [...text.slice(start, end).matchAll(TOKENS[how.comments])].map((match) => ({
    kind: match[1] ? 'comment' : match[2] ? 'eol' : match[3] ? 'comma' : 'space',
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

const isEol = (token: Token) => token.kind === 'eol';

const isComment = (line: readonly Token[]) =>
  line.some((token) => token.kind === 'comment') && line.every((token) => token.kind !== 'comma');
