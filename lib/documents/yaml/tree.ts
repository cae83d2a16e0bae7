import {
  Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  parseAllDocuments,
  type YAMLMap,
} from 'yaml';
import { errorAt } from '../error.ts';
import type { Path } from '../order.ts';

/** Where a path leads: to something present, to an empty `key:`, or to a map without the key. */
export type Place =
  | { kind: 'present'; node: unknown }
  | { kind: 'empty'; depth: number; pair: Pair | undefined }
  | { kind: 'missing'; depth: number; map: YAMLMap };

/** The first document of a YAML text. Throws DocumentError where the parser finds an error. */
export function parse(text: string): Document {
  const options = { keepSourceTokens: true, merge: true, prettyErrors: false };
  const document = parseAllDocuments(text, options)[0] ?? new Document(null);
  const error = document.errors[0];
  if (!error) return document;
  throw errorAt(text, error.pos[0], `not valid YAML: ${error.message}`, 'valid YAML');
}

/** Follows a path. Throws DocumentError at a scalar, an alias or a map from elsewhere. */
export function locate(text: string, document: Document, path: Path): Place {
  let node: unknown = document.contents;
  let pair: Pair | undefined;
  for (const [depth, key] of path.entries()) {
    if (isEmpty(node)) return { kind: 'empty', depth, pair };
    if (isSeq(node) && typeof key === 'number' && key < node.items.length) {
      node = node.items[key];
      continue;
    }
    if (!isMap(node)) throw wrong(text, node, path.slice(0, depth));
    pair = ownPair(node, key);
    if (pair) node = pair.value;
    else if (!inherits(document, node, key)) return { kind: 'missing', depth, map: node };
    else if (depth === path.length - 1) return { kind: 'present', node: undefined };
    else throw wrong(text, node, path.slice(0, depth + 1));
  }
  return isEmpty(node) ? { kind: 'empty', depth: path.length, pair } : { kind: 'present', node };
}

/** A node without text of its own, as in `key:`; an explicit `null` or `~` is none. */
export function isEmpty(node: unknown): boolean {
  return (
    node === null ||
    node === undefined ||
    (isScalar(node) && node.value === null && node.range?.[0] === node.range?.[1])
  );
}

/** Names of a map's own keys, in the order of the text. */
export function keys(map: YAMLMap): string[] {
  return map.items.map((pair) => String(isScalar(pair.key) ? pair.key.value : pair.key));
}

/** The error of a place that is not what the edit needs. */
export function wrong(text: string, node: unknown, path: Path, expected = 'a map') {
  const place = path.length === 0 ? 'the document' : path.join('.');
  const start = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  const what = isAlias(node) || isMap(node) ? 'is written elsewhere' : `is not ${expected}`;
  return errorAt(text, start, `${place} ${what}`, `${expected} of its own`);
}

function ownPair(map: YAMLMap, key: string | number): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
}

function inherits(document: Document, map: YAMLMap, key: string | number): boolean {
  return map.items
    .filter((pair) => isScalar(pair.key) && pair.key.source === '<<')
    .flatMap(({ value }) => (isSeq(value) ? value.items : [value]))
    .map((node) => (isAlias(node) ? node.resolve(document) : isPair(node) ? node.value : node))
    .some((base) => isMap(base) && (ownPair(base, key) || inherits(document, base, key)));
}
