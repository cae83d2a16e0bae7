import type { Node } from 'web-tree-sitter';
import type { Reading } from './reading.ts';
import type { Scope, Value } from './types.ts';
import { visit } from './visit.ts';

const lineOf = (node: Node): number => node.startPosition.row + 1;
const nameOf = (node: Node): string => node.childForFieldName('name')?.text ?? '';

/** Reads a function or class, with its decorators. */
export function define(node: Node, scope: Scope, reading: Reading): Value {
  const decorators = node.namedChildren
    .filter(({ type }) => type === 'decorator')
    .map((child) => firstOf(child, scope, reading));
  const inner = node.type === 'decorated_definition' ? node.childForFieldName('definition') : node;
  if (inner?.type === 'function_definition') defineFunction(inner, decorators, scope, reading);
  if (inner?.type === 'class_definition') defineClass(inner, scope, reading);
  return { kind: 'other', parts: [], line: lineOf(node) };
}

const firstOf = (node: Node, scope: Scope, reading: Reading): Value => {
  const value = visitAll(node.namedChildren, scope, reading)[0];
  return value ?? { kind: 'other', parts: [], line: lineOf(node) };
};

const visitAll = (nodes: readonly Node[], scope: Scope, reading: Reading): readonly Value[] =>
  nodes.map((child) => visit(child, scope, reading));

function defineFunction(
  node: Node,
  decorators: readonly Value[],
  scope: Scope,
  reading: Reading,
): void {
  const parameters = (node.childForFieldName('parameters')?.namedChildren ?? []).filter(
    ({ type }) => parameterTypes.has(type),
  );
  const result = node.childForFieldName('return_type')?.text;
  const name = nameOf(node);
  reading.functions.push({
    name,
    decorators,
    parameters: parameters.map(parameterName),
    required: parameters.filter(({ type }) => !type.includes('default')).map(parameterName),
    ...(result !== undefined && { result }),
    line: lineOf(node),
    scope,
  });
  const own: Scope = { kind: 'function', name, above: scope };
  visitAll(parameters, own, reading);
  const body = node.childForFieldName('body');
  if (body) visit(body, own, reading);
}

/** Reads a parameter that has a default. */
export function defaulted(node: Node, scope: Scope, reading: Reading): Value {
  const given = node.childForFieldName('value');
  const line = lineOf(node);
  const value: Value = given ? visit(given, scope, reading) : { kind: 'other', parts: [], line };
  reading.defaults.push({ name: nameOf(node), value, line });
  return value;
}

const parameterTypes = new Set([
  'identifier',
  'typed_parameter',
  'default_parameter',
  'typed_default_parameter',
]);

const parameterName = (node: Node): string =>
  node.type === 'identifier' ? node.text : nameOf(node) || (node.namedChildren[0]?.text ?? '');

function defineClass(node: Node, scope: Scope, reading: Reading): void {
  const name = nameOf(node);
  const bases = node.childForFieldName('superclasses')?.namedChildren ?? [];
  reading.classes.push({ name, bases: visitAll(bases, scope, reading), line: lineOf(node) });
  const body = node.childForFieldName('body');
  if (body) visit(body, { kind: 'class', name, above: scope }, reading);
}

/** Reads a block that says something of what is in it: `if __name__ == "__main__"`, `with`. */
export function within(node: Node, scope: Scope, reading: Reading): Value {
  const [head, ...rest] = node.namedChildren;
  if (!head) return { kind: 'other', parts: [], line: lineOf(node) };
  const condition = visit(head, scope, reading);
  const prefix = node.type === 'with_statement' ? prefixIn(condition) : undefined;
  const own: Scope = /__name__\s*==|==\s*__name__/.test(head.text)
    ? { kind: 'main', name: '', above: scope }
    : prefix === undefined
      ? scope
      : { kind: 'prefix', name: prefix, above: scope };
  const parts = visitAll(rest, own, reading);
  return { kind: 'other', parts, line: lineOf(node) };
}

/** The text in `with env.prefixed("TEXT")`. */
function prefixIn(value: Value): string | undefined {
  if (value.kind === 'other') return value.parts.map(prefixIn).find((each) => each !== undefined);
  if (value.kind !== 'call' || value.callee.kind !== 'name') return undefined;
  const [first] = value.args;
  return value.callee.name.endsWith('.prefixed') && first?.kind === 'text' ? first.text : undefined;
}

/** Keeps what an import statement names. */
export function imported(node: Node, _scope: Scope, reading: Reading): Value {
  const from = node.childForFieldName('module_name')?.text;
  const prefix = from === undefined ? '' : from.endsWith('.') ? from : `${from}.`;
  for (const name of node.childrenForFieldName('name')) {
    const dotted = name?.type === 'aliased_import' ? nameOf(name) : name?.text;
    if (dotted === undefined) continue;
    const alias = name?.childForFieldName('alias')?.text;
    if (alias !== undefined || from !== undefined) {
      reading.imports.set(alias ?? dotted, prefix + dotted);
    } else {
      reading.imports.set(dotted.split('.')[0] ?? dotted, dotted.split('.')[0] ?? dotted);
    }
    reading.modules.add(from ?? dotted);
  }
  if (from !== undefined) reading.modules.add(from);
  return { kind: 'other', parts: [], line: lineOf(node) };
}
