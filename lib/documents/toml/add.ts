import { type Order, type Orders, orderAt, placeOf } from '../order.ts';
import { insertBlock, insertEntry, layoutOf } from './insert.ts';
import { isFilled, printTable } from './print.ts';
import { type Entry, type Place, placeOfTable, startsWith, type Table, tablesOf } from './tree.ts';
import type { Values } from './values.ts';

type Path = readonly string[];

/** How a key is added. */
export interface Manner {
  order: Orders | undefined;
  /** A table is written in braces. */
  inline: boolean;
  /** A list is written with an item a line. */
  open: boolean;
}

/** Adds the keys of a path below the table that exists at its first ones. */
export function addBelow(
  text: string,
  path: Path,
  depth: number,
  value: unknown,
  how: Manner,
): string {
  const { open } = how;
  const tables = tablesOf(text);
  const [above, keys] = [path.slice(0, depth), path.slice(depth)];
  const place = placeOfTable(tables, above);
  const ranks = orderAt(how.order, above, path.slice(0, -1));
  const isOwnTable = keys.length > 1 || isFilled(value);
  if (place.kind !== 'implied' && (!isOwnTable || how.inline || isInline(tables, place, above))) {
    return insertEntry(text, tables, place, { keys, value, order: ranks }, open);
  }
  const layout = { ...layoutOf(text, tables), open };
  const header = isFilled(value) ? path : path.slice(0, -1);
  const content = isFilled(value) ? (value as Values) : { [path.at(-1) ?? '']: value };
  const block = printTable(header, content, layout);
  return insertBlock(
    text,
    tables,
    nextTable(tables, above, isOwnTable ? keys[0] : undefined, ranks),
    block,
  );
}

/** Are tables below this place written in its own lines, as dotted keys or in braces? */
function isInline(
  tables: readonly Table[],
  place: Exclude<Place, { kind: 'implied' }>,
  path: Path,
) {
  if (place.kind === 'braces' || place.prefix.length > 0) return true;
  const isBelow = (table: Table) => startsWith(table.path, path) && table !== place.table;
  const isBraces = ({ value }: Entry) => value.type === 'TOMLInlineTable';
  return path.length > 0 && place.table.entries.some(isBraces) && !tables.some(isBelow);
}

/** The table before which a new one goes: the next sibling, else what follows the parent's tables. */
function nextTable(tables: readonly Table[], above: Path, name: string | undefined, order: Order) {
  const family = tables.filter(({ path, header }) => header && startsWith(path, above));
  if (name === undefined) return family[0];
  const nameIn = ({ path }: Table) => path[above.length];
  const names = new Set(family.map(nameIn).filter((one) => typeof one === 'string'));
  const next = [...names][placeOf(name, [...names], order)];
  if (next !== undefined) return family.find((table) => nameIn(table) === next);
  return tables[tables.findLastIndex((table) => family.includes(table)) + 1];
}
