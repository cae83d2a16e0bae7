import { bindingsOf } from './bindings.ts';
import { calls } from './calls.ts';
import type { Code } from './code.ts';
import { isEnvironment } from './environment.ts';
import { exported, type Place } from './exports.ts';
import { both, type Known, numbered } from './known.ts';
import {
  bare,
  child,
  children,
  dotted,
  literal,
  type Node,
  placeOf,
  propertyOf,
  type Source,
  valueIn,
} from './syntax.ts';

const deepest = 24;

/** Follows an expression to its value through names, properties, imports and usual calls. */
export function evaluate(code: Code, place: Place, depth = 0): Known | undefined {
  if (depth > deepest) return undefined;
  const node = bare(place.node);
  if (!node) return undefined;
  const value = place.path.length === 0 ? literal(node) : undefined;
  if (value !== undefined && value !== null) return { value, at: placeOf(place.source, node) };
  const [name, ...more] = place.path;
  if (name !== undefined && more.length === 0 && isEnvironment(place.source, node)) {
    const read = { variable: name, at: placeOf(place.source, place.fallback ?? node) };
    return both(read, fallback(code, place, depth));
  }
  const follow = (next: Node | undefined, path = place.path): Known | undefined =>
    next && evaluate(code, { source: place.source, node: next, path }, depth + 1);
  const found = rules[node.type]?.({ ...place, node, code, depth }, follow);
  return both(found, fallback(code, place, depth));
}

/** What a destructuring takes where there is no value. */
const fallback = (code: Code, { source, fallback: node }: Place, depth: number) =>
  node && evaluate(code, { source, node, path: [] }, depth + 1);

/** A step on the way to a value. */
export interface Step extends Place {
  readonly code: Code;
  readonly depth: number;
}
/** Follows another expression of the same file. */
export type Follow = (node: Node | undefined, path?: readonly string[]) => Known | undefined;

const rules: Readonly<Record<string, (step: Step, follow: Follow) => Known | undefined>> = {
  Identifier: (step) => named(step, String(step.node.name)),
  MemberExpression: member,
  ObjectExpression: ({ node, path: [key, ...rest] }, follow) => {
    const own = key === undefined ? undefined : valueIn(node, key);
    if (own) return follow(own, rest);
    const spreads = children(node, 'properties').filter(({ type }) => type === 'SpreadElement');
    return spreads.map((each) => follow(child(each, 'argument'))).find(Boolean);
  },
  LogicalExpression: ({ node }, follow) =>
    both(follow(child(node, 'left')), follow(child(node, 'right'))),
  ConditionalExpression: ({ node }, follow) =>
    [child(node, 'test'), child(node, 'consequent'), child(node, 'alternate')]
      .map((each) => follow(each))
      .reduce(both, undefined),
  UnaryExpression: ({ node }, follow) =>
    node.operator === '+' ? numbered(follow(child(node, 'argument'))) : undefined,
  TemplateLiteral: ({ node }, follow) => {
    const empty = children(node, 'quasis').every(
      ({ value }) => (value as { cooked?: string }).cooked === '',
    );
    return empty ? follow(children(node, 'expressions')[0]) : undefined;
  },
  ArrowFunctionExpression: returned,
  FunctionExpression: returned,
  FunctionDeclaration: returned,
  NewExpression: calls,
  CallExpression: calls,
};

/** What a function gives back that only makes a value. */
function returned({ node, path }: Step, follow: Follow): Known | undefined {
  const body = child(node, 'body');
  if (body?.type !== 'BlockStatement') return follow(body, path);
  const last = children(body, 'body').findLast(({ type }) => type === 'ReturnStatement');
  return follow(child(last, 'argument'), path);
}

/** A name: what it was bound to in this file, or what another file exports. */
function named({ code, source, path, depth }: Step, name: string): Known | undefined {
  const binding = bindingsOf(source).get(name);
  if (!binding) return undefined;
  const all = [...binding.path, ...path];
  const { fallback, init, from } = binding;
  if (init) {
    const next = { source, node: init, path: all, ...(fallback && { fallback }) };
    return evaluate(code, next, depth + 1);
  }
  return imported(code, source, from, all, depth);
}

/** What a module gives under a path; `process` is Node's own. */
export function imported(
  code: Code,
  source: Source,
  from: string | undefined,
  path: readonly string[],
  depth: number,
): Known | undefined {
  if (from === undefined) return undefined;
  const file = code.resolve(source.path, from);
  const other = file === undefined ? undefined : code.get(file);
  const place = other && exported(code, other, path, depth);
  return place && evaluate(code, place, depth + 1);
}

function member({ code, source, node, path, depth }: Step, follow: Follow): Known | undefined {
  const object = child(node, 'object');
  const property = propertyOf(node);
  if (property === undefined) return undefined;
  if (isEnvironment(source, object)) return { variable: property, at: placeOf(source, node) };
  if (dotted(object) === 'this') {
    const own = bindingsOf(source).get(`this.${property}`)?.init;
    return own && evaluate(code, { source, node: own, path }, depth + 1);
  }
  return follow(object, [property, ...path]);
}
