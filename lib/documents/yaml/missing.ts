import type { Document } from 'yaml';
import { compare, type Orders, orderAt, type Path } from '../order.ts';
import { locate, type Place } from './tree.ts';
import { isFilling, isRecord, type Values } from './values.ts';

/** A value that a document lacks, and the place where it belongs. */
export interface Missing {
  path: Path;
  value: unknown;
  place: Exclude<Place, { kind: 'present' }>;
}

/** The first of the values, in depth, that the document lacks. */
export function firstMissing(
  text: string,
  document: Document,
  above: Path,
  values: Values,
): Missing | undefined {
  for (const [key, value] of Object.entries(values)) {
    const path = [...above, key];
    const place = locate(text, document, path);
    const isKept = place.kind === 'empty' && place.depth === path.length && !isFilling(value);
    if (place.kind !== 'present' && !isKept) return { path, value, place };
    const deeper = isRecord(value) ? firstMissing(text, document, path, value) : undefined;
    if (deeper) return deeper;
  }
  return undefined;
}

/** The value with the keys of its objects in the order of their containers. */
export function sorted(value: unknown, path: Path, orders: Orders | undefined): unknown {
  if (!isRecord(value)) return value;
  const order = orderAt(orders, path, []);
  const names = Object.keys(value).sort((left, right) => compare(order, left, right));
  return Object.fromEntries(
    names.map((name) => [name, sorted(value[name], [...path, name], orders)]),
  );
}
