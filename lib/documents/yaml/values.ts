import { isDeepStrictEqual } from 'node:util';
import type { Document } from 'yaml';
import { DocumentError } from '../error.ts';
import type { Path } from '../order.ts';
import { parse } from './tree.ts';

/** Plain data below keys. */
export type Values = Readonly<Record<string, unknown>>;

/** The plain data of a document, aliases and merges followed. */
export function valuesOf(document: Document): unknown {
  return document.toJS({ maxAliasCount: -1 });
}

/** The value at a path of plain data, undefined where there is none. */
export function lookUp(values: unknown, path: Path): unknown {
  return path.reduce((value, key) => (isContainer(value) ? value[key] : undefined), values);
}

/** The edited text, if it holds exactly the document's old values and the new one; else throws. */
export function checked(document: Document, after: string, path: Path, value: unknown): string {
  const expected = put(valuesOf(document), path, value);
  if (isDeepStrictEqual(valuesOf(parse(after)), expected)) return after;
  const place = path.join('.');
  throw new DocumentError(`${place} cannot be added surely`, 1, 1, 'a place for it alone');
}

/** Is it an object with names for keys? */
export function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Is there something in it that can go below an empty `key:`? */
export function isFilling(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function put(values: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(values)) {
    return values.map((item, at) => (at === key ? put(item, rest, value) : item));
  }
  const old = isRecord(values) ? values : {};
  return { ...old, [key]: put(old[key], rest, value) };
}

function isContainer(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return typeof value === 'object' && value !== null;
}
