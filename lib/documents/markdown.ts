import { fromMarkdown } from 'mdast-util-from-markdown';
import { errorAt } from './error.ts';
import { keyOf, rowText, tableIn } from './markdown/table.ts';
import { find, plain, type Section, sectionsOf, spanOf, wordsOf } from './markdown/tree.ts';
import { type Order, placeOf } from './order.ts';
import { behindBom, eolOf, indentAt, lineEnd, lineStart, splice, withoutBom } from './text.ts';

interface Options {
  order?: Order;
}

/** The text below a heading of level 1 or 2 (not the title), undefined without such a heading. */
export function section(text: string, heading: string): string | undefined {
  const body = withoutBom(text);
  const found = find(sectionsOf(body), heading);
  return found && body.slice(found.bodyStart, found.end).trim();
}

/** Whether a heading at the end of a text would be one: no block above it is left open. */
export const isClosed = (text: string): boolean =>
  find(sectionsOf(`${withoutBom(text).trimEnd()}\n\n## Last of all\n`), 'Last of all') !==
  undefined;

/** Adds a section of level 2 unless its heading is there. Throws DocumentError in an open block. */
export function addSection(
  text: string,
  { heading, body }: { heading: string; body: string },
  { order = 'name' }: Options = {},
): string {
  return behindBom(text, (old) => {
    const sections = sectionsOf(old);
    if (find(sections, heading)) return old;
    const others = sections.filter(({ level }) => level === 2);
    const titles = others.map(({ title }) => title);
    const next = others[placeOf(plain(heading), titles, plainOrder(order))];
    const lines = [`## ${heading}`, '', ...body.trim().split(/\r?\n/)];
    const result = insertSection(old, next, lines.join(eolOf(old)));
    if (find(sectionsOf(result), heading)) return result;
    throw errorAt(old, old.length, 'a code or HTML block is not closed', 'a place for a heading');
  });
}

/** Adds a row to a section's first table unless its first cell is there. Throws DocumentError. */
export function addRow(
  text: string,
  { heading, cells }: { heading: string; cells: readonly string[] },
  { order = 'name' }: Options = {},
): string {
  return behindBom(text, (body) => {
    const place = sectionIn(body, heading);
    const table = tableIn(body, place.blocks);
    if (!table) throw missing(body, place, heading, 'a table');
    if (cells.length > table.header.cells.length)
      throw missing(body, place, heading, 'more columns');
    const keys = table.rows.map((row) => keyOf(row.cells));
    if (keys.includes(keyOf(cells))) return body;
    const next = table.rows[placeOf(keyOf(cells), keys, order)];
    const last = table.rows.at(-1) ?? table.delimiter;
    const row = indentAt(body, last.start) + rowText(body, table, cells);
    if (next) return splice(body, lineStart(body, next.start), row + eolOf(body));
    return splice(body, last.end, eolOf(body) + row);
  });
}

/** Adds an item to the first bullet list of a section unless it is there. Throws DocumentError. */
export function addItem(
  text: string,
  { heading, item }: { heading: string; item: string },
  { order = 'name' }: Options = {},
): string {
  return behindBom(text, (body) => {
    const place = sectionIn(body, heading);
    const list = place.blocks.find((block) => block.type === 'list' && block.ordered !== true);
    const items = list?.type === 'list' ? list.children : [];
    const last = items.at(-1);
    if (list?.type !== 'list' || !last) throw missing(body, place, heading, 'a bullet list');
    const present = items.map((one) => wordsOf(one.children[0] ?? one));
    const words = wordsOf(fromMarkdown(item));
    if (present.includes(words)) return body;
    const next = items[placeOf(words, present, order)];
    const { start, end } = spanOf(last);
    const gap = eolOf(body) + (list.spread ? eolOf(body) : '');
    const line = indentAt(body, start) + (/^\S+[ \t]+/.exec(body.slice(start))?.[0] ?? '- ') + item;
    return next
      ? splice(body, lineStart(body, spanOf(next).start), line + gap)
      : splice(body, end, gap + line);
  });
}

function insertSection(text: string, next: Section | undefined, block: string): string {
  const eol = eolOf(text);
  if (next) {
    const isParted = /(^|\n[ \t]*\r?\n)$/.test(text.slice(0, next.start));
    return splice(text, next.start, (isParted ? '' : eol) + block + eol + eol);
  }
  if (text.trim() === '') return block + eol + text;
  return splice(text, lineEnd(text, text.trimEnd().length), eol + eol + block);
}

function sectionIn(text: string, heading: string): Section {
  const found = find(sectionsOf(text), heading);
  if (found) return found;
  throw errorAt(text, text.length, `no section "${heading}"`, `a heading "## ${heading}"`);
}

function missing(text: string, { start }: Section, heading: string, expected: string) {
  return errorAt(text, start, `the section "${heading}" has not ${expected}`, expected);
}

function plainOrder(order: Order): Order {
  return typeof order === 'object' ? order.map(plain) : order;
}
