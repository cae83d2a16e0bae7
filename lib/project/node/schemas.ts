import { callee, receiver } from './code/calls.ts';
import type { Code } from './code/code.ts';
import { locate, type Place } from './code/exports.ts';
import { defaultOf } from './code/schema.ts';
import {
  bare,
  child,
  children,
  literal,
  type Node,
  nameOf,
  placeOf,
  type Source,
  valueIn,
} from './code/syntax.ts';
import { walk } from './code/walk.ts';
import type { Read } from './reads.ts';

const checkers = /['"](?:env-schema|@fastify\/env|fastify-env)['"]/;

/** The variables of a JSON schema that env-schema or Fastify's plug-in checks the environment against. */
export function schemaReadsIn(code: Code, source: Source): readonly Read[] {
  if (!checkers.test(source.text)) return [];
  const found: Read[] = [];
  walk(source.program, (node) => {
    if (node.type !== 'Property' || nameOf(child(node, 'key')) !== 'schema') return;
    const value = child(node, 'value');
    const place = value && locate(code, { source, node: value, path: [] });
    if (place) found.push(...propertiesOf(place));
  });
  return found;
}

/** `{ properties }`, `Type.Object({ … })`, `S.object().prop('X', …)`. */
function propertiesOf({ source, node }: Place): readonly Read[] {
  const plain = valueIn(node, 'properties');
  if (plain) return keysOf(source, plain);
  if (node.type !== 'CallExpression') return [];
  const [first, second] = children(node, 'arguments');
  if (callee(node) === 'Object' && first) return keysOf(source, first);
  const inner = bare(receiver(node));
  const before =
    inner?.type === 'CallExpression' ? propertiesOf({ source, node: inner, path: [] }) : [];
  const name = callee(node) === 'prop' ? literal(first) : undefined;
  if (typeof name !== 'string') return before;
  const value = second && defaultOf(second);
  return [...before, { name, at: placeOf(source, node), value }];
}

const keysOf = (source: Source, object: Node): readonly Read[] =>
  children(object, 'properties').flatMap((property) => {
    const name = nameOf(child(property, 'key'));
    const value = child(property, 'value');
    if (name === undefined || !value) return [];
    return [{ name, at: placeOf(source, property), value: defaultOf(value) }];
  });
