import { insertItem } from '../brackets.ts';
import { type Order, placeOf } from '../order.ts';
import { eolOf, firstOnLine, indentAt, lineEnd, lineStart, type Span, splice } from '../text.ts';
import { type Layout, printEntry, printKeys, printValue } from './print.ts';
import { type Entry, entriesIn, type Place, startsWith, type Table } from './tree.ts';

/** What is added: keys from the place's own, and the value. */
export interface Addition {
  keys: readonly string[];
  value: unknown;
  order: Order;
}

/** Inserts an entry into lines or braces, at its place in the order of its neighbours. */
export function insertEntry(
  text: string,
  tables: readonly Table[],
  place: Exclude<Place, { kind: 'implied' }>,
  { keys, value, order }: Addition,
  open: boolean,
): string {
  const { prefix } = place;
  const all = place.kind === 'lines' ? place.table.entries : entriesIn(place.node);
  const own = all.filter((entry) => startsWith(entry.keys, prefix));
  const names = own.map((entry) => entry.keys[prefix.length] ?? '');
  const index = placeOf(keys[0] ?? '', names, order);
  if (place.kind === 'lines') {
    const lines = printEntry([...prefix, ...keys], value, { ...layoutOf(text, tables), open });
    return insertLines(text, tables, place.table, own, index, lines);
  }
  const nested = keys.slice(1).reduceRight((inner, key) => ({ [key]: inner }), value);
  const [start, end] = place.node.range;
  const at = own[index] ? all.indexOf(own[index]) : behind(all, own);
  return insertItem(text, { start, end, items: all }, at, {
    print: () => `${printKeys([...prefix, keys[0] ?? ''])} = ${printValue(nested)}`,
    unit: '',
    opens: false,
    pad: ' ',
    comments: 'hash',
  });
}

/** Inserts a block of lines before a table, or at the text's end, parted by blank lines. */
export function insertBlock(
  text: string,
  tables: readonly Table[],
  next: Table | undefined,
  lines: readonly string[],
): string {
  const eol = eolOf(text);
  const block = lines.join(eol);
  if (next?.header) {
    const at = ownLines(text, tables, next.header.start);
    const isParted = /(?:^|\n[ \t]*\r?\n)$/.test(text.slice(0, at));
    return splice(text, at, (isParted ? '' : eol) + block + eol + eol);
  }
  if (text.trim() === '') return block + eol + text;
  return splice(text, text.trimEnd().length, eol + eol + block);
}

/** How the text writes entries: its indentation within lists, and its equal signs. */
export function layoutOf(text: string, tables: readonly Table[]): Omit<Layout, 'open'> {
  const entries = tables.flatMap((table) => table.entries);
  const isTight =
    entries.length > 0 && entries.every((entry) => /^\S*=\S/.test(lineOf(text, entry)));
  const unit = entries.map((entry) => stepOf(text, entry)).find((step) => step);
  return { unit: unit ?? '    ', equals: isTight ? '=' : ' = ' };
}

function stepOf(text: string, { start, value }: Entry): string | undefined {
  const first = value.type === 'TOMLArray' ? value.elements[0]?.range[0] : undefined;
  if (first === undefined || !firstOnLine(text, first)) return undefined;
  const [outer, inner] = [indentAt(text, start), indentAt(text, first)];
  return inner.startsWith(outer) ? inner.slice(outer.length) : undefined;
}

function insertLines(
  text: string,
  tables: readonly Table[],
  table: Table,
  own: readonly Entry[],
  index: number,
  lines: readonly string[],
): string {
  const eol = eolOf(text);
  const next = own[index];
  const last = own.at(-1) ?? table.entries.at(-1) ?? table.header;
  if (!next && !last) return insertBlock(text, tables, tables[1], lines);
  const indent = indentAt(text, (next ?? last)?.start ?? 0);
  const body = lines.map((line) => indent + line).join(eol);
  if (next) return splice(text, ownLines(text, tables, next.start), body + eol);
  return splice(text, lineEnd(text, last?.end ?? 0), eol + body);
}

/** Start of an item's lines: comments directly above it are its own, save a text's first lines. */
function ownLines(text: string, tables: readonly Table[], start: number): number {
  const spans = tables.flatMap(({ header, entries }): Span[] => [
    ...(header ? [header] : []),
    ...entries,
  ]);
  const floor = Math.max(-1, ...spans.map(({ end }) => end).filter((end) => end <= start));
  const own = lineStart(text, start);
  let at = own;
  while (at > 0) {
    const above = lineStart(text, at - 1);
    if (above <= floor || !/^[ \t]*#/.test(text.slice(above, at))) break;
    at = above;
  }
  return at === 0 ? own : at;
}

const behind = (all: readonly Entry[], own: readonly Entry[]) => {
  const last = own.at(-1);
  return last ? all.indexOf(last) + 1 : all.length;
};

const lineOf = (text: string, { start, end }: Span) => text.slice(start, end);
