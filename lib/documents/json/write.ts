import type { Node } from 'jsonc-parser';
import { type Bracketed, commaIn, insertItem } from '../brackets.ts';
import { eolOf, firstOnLine, indentAt, lineEnd, lineStart, type Span, splice } from '../text.ts';

const COMMENTS = { comments: 'slashes' } as const;

/** Inserts an item (for an object `key` too) into an object or array, at an index of its items. */
export function insert(
  text: string,
  root: Node,
  list: Node,
  index: number,
  { key, value }: { key?: string; value: unknown },
): string {
  const unit = unitOf(text, root);
  const name = key === undefined ? '' : `${JSON.stringify(key)}: `;
  return insertItem(text, bracketed(list), index, {
    print: (indent) => name + print(value, indent, unit, eolOf(text)),
    unit,
    opens: firstOnLine(text, (list.parent ?? list).offset),
    pad: ' ',
    ...COMMENTS,
  });
}

/** Replaces a value by another, in the layout of the place. */
export function replace(text: string, root: Node, node: Node, value: unknown): string {
  const start = (node.parent ?? node).offset;
  const indent = firstOnLine(text, start) ? indentAt(text, start) : undefined;
  const printed = print(value, indent, unitOf(text, root), eolOf(text));
  return splice(text, node.offset, printed, node.offset + node.length);
}

/** Removes an item with its comma, and its line if nothing else is on it; comments stay. */
export function cut(text: string, list: Node, item: Node): string {
  const { items, end } = bracketed(list);
  const own = span(item);
  const index = items.findIndex(({ start }) => start === own.start);
  const [before, after] = [items[index - 1], items[index + 1]];
  const comma = commaIn(text, { start: own.end, end: after?.start ?? end - 1 }, COMMENTS);
  if (comma === undefined) {
    const orphan = before && commaIn(text, { start: before.end, end: own.start }, COMMENTS);
    const without = cutLine(text, own);
    return orphan === undefined ? without : splice(without, orphan, '', orphan + 1);
  }
  const apart = text.slice(own.end, comma).trim() !== '';
  if (apart) return cutLine(splice(text, comma, '', comma + 1), own);
  return cutLine(text, { start: own.start, end: comma + 1 });
}

function cutLine(text: string, { start, end }: Span): string {
  const stop = lineEnd(text, end);
  if (firstOnLine(text, start) && text.slice(end, stop).trim() === '') {
    const line = lineStart(text, start);
    return splice(text, line - (text[line - 2] === '\r' ? 2 : 1), '', stop);
  }
  const space = /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
  return splice(text, start, '', end + space);
}

function print(value: unknown, indent: string | undefined, unit: string, eol: string): string {
  if (indent === undefined) return oneLine(value);
  return JSON.stringify(value, null, unit).replaceAll('\n', eol + indent);
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`,
  );
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

function bracketed(list: Node): Bracketed {
  return { ...span(list), items: (list.children ?? []).map(span) };
}

const span = (node: Node): Span => ({ start: node.offset, end: node.offset + node.length });

/** One step of indentation: that of the root's first item with a line of its own; two spaces. */
function unitOf(text: string, root: Node): string {
  const own = root.children?.find(({ offset }) => firstOnLine(text, offset));
  return (own && indentAt(text, own.offset)) || '  ';
}
