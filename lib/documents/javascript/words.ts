import type { Node } from 'oxc-parser';
import type { Module } from './tree.ts';

/** What a call calls: as it is written, and by the module that it comes from. */
export interface Callee {
  written: string;
  meant: string;
}

/** Names of a file and where they come from: `express`, `hono.Hono`, `./app.createApp`. */
export type Origins = ReadonlyMap<string, string>;

/** The names that imports and requires bind. */
export function originsOf({ nodes }: Pick<Module, 'nodes'>): Origins {
  return new Map(nodes.flatMap(({ node }) => [...imported(node), ...required(node)]));
}

/** The call that an expression is, seen through `await` and types; undefined where it is none. */
export function callOf(expression: Node): Node | undefined {
  const node = bare(expression);
  return node.type === 'CallExpression' || node.type === 'NewExpression' ? node : undefined;
}

/** What a call (or `new`) calls; undefined where that has no name. */
export function calleeOf(call: Node, origins: Origins): Callee | undefined {
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return undefined;
  const written = words(call.callee, new Map());
  const meant = words(call.callee, origins);
  if (written === undefined || meant === undefined) return undefined;
  const mark = call.type === 'NewExpression' ? 'new ' : '';
  return { written: mark + written, meant: mark + meant };
}

/** The module that `require('…')` names, as it is written. */
export function requiredBy(node: Node): string | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return undefined;
  const [source] = node.arguments;
  if (node.callee.name !== 'require' || source?.type !== 'Literal') return undefined;
  return typeof source.value === 'string' ? source.value : undefined;
}

/** A module's name without `node:`. */
export function plain(source: string): string {
  return source.replace(/^node:/, '');
}

function words(expression: Node, origins: Origins): string | undefined {
  const node = bare(expression);
  if (node.type === 'Identifier') return origins.get(node.name) ?? node.name;
  if (node.type === 'ThisExpression') return 'this';
  if (node.type === 'CallExpression') {
    const source = requiredBy(node);
    if (source !== undefined) return plain(source);
    const inner = words(node.callee, origins);
    return inner === undefined ? undefined : `${inner}()`;
  }
  if (node.type !== 'MemberExpression' || node.computed) return undefined;
  const object = words(node.object, origins);
  if (object === undefined || node.property.type !== 'Identifier') return undefined;
  return node.property.name === 'default' ? object : `${object}.${node.property.name}`;
}

/** An expression without what only wraps it. */
export function bare(node: Node): Node {
  if (node.type === 'AwaitExpression') return bare(node.argument);
  const isWrap = /^(?:TSAs|TSSatisfies|TSNonNull|TSTypeAssertion|Chain|Parenthesized)/.test(
    node.type,
  );
  return isWrap && 'expression' in node ? bare(node.expression as Node) : node;
}

function imported(node: Node): [string, string][] {
  if (node.type !== 'ImportDeclaration') return [];
  const source = plain(node.source.value);
  return node.specifiers.map((one) => {
    const name = one.type === 'ImportSpecifier' ? nameIn(one.imported) : 'default';
    return [one.local.name, name === 'default' ? source : `${source}.${name}`];
  });
}

function required(node: Node): [string, string][] {
  if (node.type !== 'VariableDeclarator' || !node.init || !isRequire(node.init)) return [];
  const root = words(node.init, new Map()) ?? '';
  if (node.id.type === 'Identifier') return [[node.id.name, root]];
  if (node.id.type !== 'ObjectPattern') return [];
  return node.id.properties.flatMap((one): [string, string][] => {
    if (one.type !== 'Property' || one.value.type !== 'Identifier') return [];
    return [[one.value.name, `${root}.${nameIn(one.key)}`]];
  });
}

/** Is it `require('…')`, or a member of that? */
function isRequire(expression: Node): boolean {
  const node = bare(expression);
  if (node.type === 'MemberExpression') return isRequire(node.object);
  return requiredBy(node) !== undefined;
}

/** The name that a key or a specifier says. */
export function nameIn(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'Literal' ? String(node.value) : '';
}
