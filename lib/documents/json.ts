import { isDeepStrictEqual } from 'node:util';
import { getNodeValue, type Node } from 'jsonc-parser';
import { errorAt } from './error.ts';
import { keys, parse, parsePlain, property, walk } from './json/tree.ts';
import { cut, insert, replace } from './json/write.ts';
import { type Orders, orderAt, type Path, placeOf } from './order.ts';
import { behindBom, withoutBom } from './text.ts';

interface Options {
  order?: Orders;
}

/** The value at a path, undefined where there is none. Throws DocumentError. */
export function get(text: string, path: Path): unknown {
  const { node, depth } = walk(parse(orEmpty(withoutBom(text))), path);
  return depth === path.length ? getNodeValue(node) : undefined;
}

/** The value of a text that must be JSON alone: no comments, no trailing commas. Throws DocumentError. */
export function plain(text: string): unknown {
  const body = orEmpty(withoutBom(text));
  try {
    return JSON.parse(body);
  } catch {
    return getNodeValue(parsePlain(body));
  }
}

/** Adds a key, and the objects above it, unless it is there. Throws DocumentError. */
export function add(text: string, path: Path, value: unknown, { order }: Options = {}): string {
  return behindBom(text, (body) => {
    const { node, depth } = walk(parse(orEmpty(body)), path);
    return depth === path.length ? body : addBelow(orEmpty(body), node, depth, path, value, order);
  });
}

/** Sets a key to a value, whatever it had. Throws DocumentError. */
export function set(text: string, path: Path, value: unknown, { order }: Options = {}): string {
  return behindBom(text, (body) => {
    const root = parse(orEmpty(body));
    const { node, depth } = walk(root, path);
    if (depth < path.length) return addBelow(orEmpty(body), node, depth, path, value, order);
    return isDeepStrictEqual(getNodeValue(node), value) ? body : replace(body, root, node, value);
  });
}

/** Removes a key or an item, if it is there; comments stay. Throws DocumentError. */
export function remove(text: string, path: Path): string {
  return behindBom(text, (body) => {
    const { node: list, depth } = walk(parse(orEmpty(body)), path.slice(0, -1));
    const key = path.at(-1);
    if (depth < path.length - 1 || key === undefined) return body;
    const item = typeof key === 'number' ? list.children?.[key] : property(list, key);
    return item ? cut(body, list, item) : body;
  });
}

/** Adds an item to an array unless an equal one is there; without the array, makes it. */
export function addItem(text: string, path: Path, value: unknown, { order }: Options = {}): string {
  return behindBom(text, (body) => {
    const root = parse(orEmpty(body));
    const { node, depth } = walk(root, path);
    if (depth < path.length) return addBelow(orEmpty(body), node, depth, path, [value], order);
    if (node.type !== 'array') throw wrong(body, node, 'an array', path);
    const items: unknown[] = getNodeValue(node);
    if (items.some((item) => isDeepStrictEqual(item, value))) return body;
    const index = placeOf(nameOf(value), items.map(nameOf), orderAt(order, path, path));
    return insert(body, root, node, index, { value });
  });
}

function addBelow(
  text: string,
  node: Node,
  depth: number,
  path: Path,
  value: unknown,
  order: Orders | undefined,
): string {
  const [key, ...below] = path.slice(depth);
  if (node.type !== 'object') throw wrong(text, node, 'an object', path.slice(0, depth));
  const container = orderAt(order, path.slice(0, depth), path.slice(0, -1));
  const index = placeOf(String(key), keys(node), container);
  const nested = below.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
  return insert(text, rootOf(node), node, index, { key: String(key), value: nested });
}

function wrong(text: string, node: Node, expected: string, path: Path) {
  const place = path.length === 0 ? 'the root' : path.join('.');
  return errorAt(text, node.offset, `${place} is not ${expected}`, expected);
}

const orEmpty = (text: string) => (text.trim() === '' ? '{}\n' : text);

const rootOf = (node: Node): Node => (node.parent ? rootOf(node.parent) : node);

const nameOf = (item: unknown) => (typeof item === 'string' ? item : JSON.stringify(item));
