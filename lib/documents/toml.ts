import { insertItem } from './brackets.ts';
import { errorAt } from './error.ts';
import type { Orders } from './order.ts';
import { nameOf } from './requirements/name.ts';
import { placeInRun } from './run.ts';
import { behindBom, withoutBom } from './text.ts';
import { addBelow, type Manner } from './toml/add.ts';
import { layoutOf } from './toml/insert.ts';
import { printValue } from './toml/print.ts';
import { nodeAt, tablesOf } from './toml/tree.ts';
import { checked, isTable, valuesOf, walk } from './toml/values.ts';

type Path = readonly string[];

interface Options {
  order?: Orders;
}

/** The value at a path, undefined where there is none. Throws DocumentError. */
export function get(text: string, path: Path): unknown {
  const { value, depth } = walk(valuesOf(withoutBom(text)), path);
  return depth === path.length ? value : undefined;
}

/**
 * Adds a key, and the tables above it, unless it is there. A table as value gets a header of its own,
 * braces where asked for or where its neighbours have them. Throws DocumentError.
 */
export function add(
  text: string,
  path: Path,
  value: unknown,
  { order, inline = false }: Options & { inline?: boolean } = {},
): string {
  return behindBom(text, (body) => addKey(body, path, value, { order, inline, open: false }));
}

/**
 * Adds an item to a list of strings unless it is there; makes the list, an item a line. Sorted (the
 * default) it goes, by name as requirements do, into the sorted items at the end. Throws DocumentError.
 */
export function append(
  text: string,
  path: Path,
  item: string,
  { sorted = true, order }: Options & { sorted?: boolean } = {},
): string {
  return behindBom(text, (body) => {
    const values = valuesOf(body);
    const { value: items, depth } = walk(values, path);
    if (depth < path.length)
      return addKey(body, path, [item], { order, inline: false, open: true });
    if (!Array.isArray(items)) throw wrong(body, path, 'a list');
    if (items.includes(item)) return body;
    const index = sorted ? placeInRun(nameOf(item), items.map(wordOf)) : items.length;
    const added = appendAt(body, path, item, index);
    return checked(values, added, path, items.toSpliced(index, 0, item));
  });
}

function addKey(text: string, path: Path, value: unknown, how: Manner): string {
  const values = valuesOf(text);
  const { value: found, depth } = walk(values, path);
  if (depth === path.length) return text;
  if (!isTable(found)) throw wrong(text, path.slice(0, depth), 'a table');
  return checked(values, addBelow(text, path, depth, value, how), path, value);
}

function appendAt(text: string, path: Path, item: string, index: number): string {
  const tables = tablesOf(text);
  const list = nodeAt(tables, path);
  if (list?.type !== 'TOMLArray') throw wrong(text, path, 'a list of its own');
  const spanOf = ([start, end]: readonly [number, number]) => ({ start, end });
  const brackets = {
    ...spanOf(list.range),
    items: list.elements.map(({ range }) => spanOf(range)),
  };
  const isFirst = list.elements.length === 0;
  return insertItem(text, brackets, index, {
    print: (indent) => printValue(item) + (isFirst && indent !== undefined ? ',' : ''),
    unit: layoutOf(text, tables).unit,
    opens: list.parent.type === 'TOMLKeyValue' && list.parent.parent.type !== 'TOMLInlineTable',
    pad: '',
    comments: 'hash',
  });
}

function wrong(text: string, path: Path, expected: string) {
  const start = nodeAt(tablesOf(text), path)?.range[0] ?? 0;
  const place = path.length === 0 ? 'the document' : path.join('.');
  return errorAt(text, start, `${place} is not ${expected}`, expected);
}

const wordOf = (item: unknown) => nameOf(typeof item === 'string' ? item : JSON.stringify(item));
