import { isDeepStrictEqual } from 'node:util';
import { type Document, isSeq } from 'yaml';
import { type Orders, orderAt, type Path, placeOf } from './order.ts';
import { behindBom, withoutBom } from './text.ts';
import { begin, fill, insert } from './yaml/insert.ts';
import { firstMissing, sorted } from './yaml/missing.ts';
import { keys, locate, type Place, parse, wrong } from './yaml/tree.ts';
import { checked, isFilling, lookUp, type Values, valuesOf } from './yaml/values.ts';

interface Options {
  order?: Orders;
}

/** The value at a path of the first document, aliases and merges followed. Throws DocumentError. */
export function get(text: string, path: Path): unknown {
  return lookUp(valuesOf(parse(withoutBom(text))), path);
}

/** Adds a key, and the maps above it, unless it is there. Throws DocumentError. */
export function add(text: string, path: Path, value: unknown, { order }: Options = {}): string {
  return behindBom(text, (body) => {
    const document = parse(body);
    const place = locate(body, document, path);
    if (place.kind === 'present') return body;
    if (place.depth === path.length && !isFilling(value)) return body;
    return checked(document, addAt(body, document, place, path, value, order), path, value);
  });
}

/** Adds each leaf of nested objects that is missing; lists are leaves. Throws DocumentError. */
export function merge(text: string, values: Values, { order }: { order?: Orders } = {}): string {
  return behindBom(text, (body) => {
    let result = body;
    for (;;) {
      const document = parse(result);
      const missing = firstMissing(result, document, [], values);
      if (!missing) return result;
      const { path, place } = missing;
      const value = sorted(missing.value, path, order);
      const added = addAt(result, document, place, path, value, order);
      result = checked(document, added, path, value);
    }
  });
}

/** Adds an item to a list unless an equal one is there; makes the list. Throws DocumentError. */
export function addItem(text: string, path: Path, value: unknown, { order }: Options = {}): string {
  return behindBom(text, (body) => {
    const document = parse(body);
    const place = locate(body, document, path);
    if (place.kind !== 'present') {
      return checked(document, addAt(body, document, place, path, [value], order), path, [value]);
    }
    const items = lookUp(valuesOf(document), path);
    const list = Array.isArray(items) ? items : [];
    if (list.some((item) => isDeepStrictEqual(item, value))) return body;
    if (!isSeq(place.node)) throw wrong(body, place.node, path, 'a list');
    const index = placeOf(nameOf(value), list.map(nameOf), orderAt(order, path, path));
    const added = insert(body, document, place.node, index, [value]);
    return checked(document, added, path, list.toSpliced(index, 0, value));
  });
}

function addAt(
  text: string,
  document: Document,
  place: Exclude<Place, { kind: 'present' }>,
  path: Path,
  value: unknown,
  order: Orders | undefined,
): string {
  const [key, ...below] = path.slice(place.depth);
  const nested = below.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
  const content = key === undefined ? (value as Values) : { [key]: nested };
  if (place.kind === 'empty') {
    return place.pair ? fill(text, document, place.pair, content) : begin(text, document, content);
  }
  const container = orderAt(order, path.slice(0, place.depth), path.slice(0, -1));
  const index = placeOf(String(key), keys(place.map), container);
  return insert(text, document, place.map, index, content);
}

const nameOf = (item: unknown) => (typeof item === 'string' ? item : JSON.stringify(item));
