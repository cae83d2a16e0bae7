import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import { DocumentError } from '../error.ts';
import type { Span } from '../text.ts';

/** A `key = value`; dotted keys as a list. */
export interface Entry extends Span {
  keys: readonly string[];
  value: AST.TOMLContentNode;
}

/** A `[table]` or `[[table]]` with its entries; the first one, without header, is the root. */
export interface Table {
  path: readonly (string | number)[];
  header?: Span;
  list: boolean;
  entries: readonly Entry[];
}

/** Where a table's keys are written: in lines or in braces, below a prefix of dotted keys. */
export type Place =
  | { kind: 'lines'; table: Table; prefix: readonly string[] }
  | { kind: 'braces'; node: AST.TOMLInlineTable; prefix: readonly string[] }
  | { kind: 'implied' };

type Keys = readonly (string | number)[];

/** The tables of a TOML text, in its order. Throws DocumentError. */
export function tablesOf(text: string): Table[] {
  const nodes = nodesOf(text);
  const root = nodes.filter((node) => node.type === 'TOMLKeyValue').map(entryOf);
  const tables = nodes
    .filter((node) => node.type === 'TOMLTable')
    .map((node) => ({
      path: node.resolvedKey,
      header: { start: node.range[0], end: text.indexOf(']', node.key.range[1]) + 1 },
      list: node.kind === 'array',
      entries: node.body.map(entryOf),
    }));
  return [{ path: [], list: false, entries: root }, ...tables];
}

/** Where the keys of a table go that exists at the path. */
export function placeOfTable(tables: readonly Table[], path: readonly string[]): Place {
  const value = valueAt(tables, path);
  if (value) return inside(value.node, path.slice(value.length));
  const own = tables.find((table) => !table.list && same(table.path, path));
  if (own) return { kind: 'lines', table: own, prefix: [] };
  const table = tables.find((one) =>
    one.entries.some((entry) => startsWith(full(one, entry), path)),
  );
  if (!table || table.path.length >= path.length) return { kind: 'implied' };
  return { kind: 'lines', table, prefix: path.slice(table.path.length) };
}

/** The node of the value at a path, undefined where it is not one value (as a `[table]` is). */
export function nodeAt(tables: readonly Table[], path: readonly string[]) {
  const value = valueAt(tables, path);
  return value && below(value.node, path.slice(value.length));
}

/** The entries of braces. */
export function entriesIn(node: AST.TOMLInlineTable): Entry[] {
  return node.body.map(entryOf);
}

/** Does the path go through, or end at, the other one? */
export function startsWith(path: Keys, start: Keys): boolean {
  return start.length <= path.length && start.every((key, at) => key === path[at]);
}

function nodesOf(text: string) {
  try {
    return parseTOML(text, { tomlVersion: '1.1' }).body[0].body;
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const { message, lineNumber, column } = error;
    throw new DocumentError(`not valid TOML: ${message}`, lineNumber, column + 1, 'valid TOML');
  }
}

function valueAt(tables: readonly Table[], path: Keys) {
  for (const table of tables) {
    const entry = table.entries.find((one) => startsWith(path, full(table, one)));
    if (entry) return { node: entry.value, length: full(table, entry).length };
  }
  return undefined;
}

function inside(node: AST.TOMLContentNode, path: readonly string[]): Place {
  if (node.type !== 'TOMLInlineTable') return { kind: 'implied' };
  const entries = entriesIn(node);
  const deeper = entries.find(({ keys }) => path.length > 0 && startsWith(path, keys));
  if (deeper) return inside(deeper.value, path.slice(deeper.keys.length));
  return { kind: 'braces', node, prefix: path };
}

function below(
  node: AST.TOMLContentNode,
  path: readonly string[],
): AST.TOMLContentNode | undefined {
  if (path.length === 0) return node;
  if (node.type !== 'TOMLInlineTable') return undefined;
  const entry = entriesIn(node).find(({ keys }) => startsWith(path, keys));
  return entry && below(entry.value, path.slice(entry.keys.length));
}

function entryOf({ key, value, range }: AST.TOMLKeyValue): Entry {
  const keys = key.keys.map((one) => (one.type === 'TOMLBare' ? one.name : one.value));
  return { keys, value, start: range[0], end: range[1] };
}

const full = (table: Table, entry: Entry): Keys => [...table.path, ...entry.keys];

const same = (left: Keys, right: Keys) => left.length === right.length && startsWith(left, right);
