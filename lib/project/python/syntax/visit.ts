import type { Node } from 'web-tree-sitter';
import { defaulted, define, imported, within } from './definitions.ts';
import type { Reading } from './reading.ts';
import { comparison, concatenated, either, text } from './texts.ts';
import type { Call, Scope, Value } from './types.ts';

/** Reads a node and all below it, each once; what is worth knowing is kept in the reading. */
export function visit(node: Node, scope: Scope, reading: Reading): Value {
  const read = readers[node.type];
  return read ? read(node, scope, reading) : other(node, scope, reading);
}

type Read = (node: Node, scope: Scope, reading: Reading) => Value;

const lineOf = (node: Node): number => node.startPosition.row + 1;
const nothing = (node: Node): Value => ({ kind: 'other', parts: [], line: lineOf(node) });

const other: Read = (node, scope, reading) => ({
  kind: 'other',
  parts: node.namedChildren.map((child) => visit(child, scope, reading)),
  line: lineOf(node),
});

const literal: Read = (node) => ({ kind: 'literal', text: node.text, line: lineOf(node) });

const identifier: Read = (node, _scope, reading) => ({
  kind: 'name',
  name: reading.spell(node.text),
  line: lineOf(node),
});

const attribute: Read = (node, scope, reading) => {
  const object = node.childForFieldName('object');
  const name = node.childForFieldName('attribute')?.text ?? '';
  if (!object) return nothing(node);
  const of = visit(object, scope, reading);
  const line = lineOf(node);
  return of.kind === 'name'
    ? { kind: 'name', name: `${of.name}.${name}`, line }
    : { kind: 'member', of, name, line };
};

const subscript: Read = (node, scope, reading) => {
  const [of, key] = node.namedChildren.map((child) => visit(child, scope, reading));
  if (!of || !key) return nothing(node);
  const value = { kind: 'item', of, key, line: lineOf(node), scope } as const;
  reading.items.push(value);
  return value;
};

const call: Read = (node, scope, reading) => {
  const called = node.childForFieldName('function');
  const list = node.childForFieldName('arguments')?.namedChildren ?? [];
  if (!called) return nothing(node);
  const given = list.filter(({ type }) => type !== 'keyword_argument' && type !== 'comment');
  const value: Call = {
    kind: 'call',
    callee: visit(called, scope, reading),
    args: given.map((child) => visit(child, scope, reading)),
    keywords: keywordsOf(list, scope, reading),
    line: lineOf(node),
    scope,
  };
  reading.calls.push(value);
  return value;
};

const keywordsOf = (list: readonly Node[], scope: Scope, reading: Reading) =>
  Object.fromEntries(
    list
      .filter(({ type }) => type === 'keyword_argument')
      .map((child) => {
        const value = child.childForFieldName('value');
        const name = child.childForFieldName('name')?.text ?? '';
        return [name, value ? visit(value, scope, reading) : nothing(child)];
      }),
  );

const assignment: Read = (node, scope, reading) => {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  const annotation = node.childForFieldName('type')?.text;
  if (!left) return nothing(node);
  const value = right && visit(right, scope, reading);
  reading.assignments.push({
    target: visit(left, scope, reading),
    ...(annotation !== undefined && { annotation }),
    ...(value && { value }),
    line: lineOf(node),
    scope,
  });
  return value ?? nothing(node);
};

const pair: Read = (node, scope, reading) => {
  const [key, value] = node.namedChildren.map((child) => visit(child, scope, reading));
  if (key && value) reading.pairs.push({ key, value, line: lineOf(node) });
  return value ?? nothing(node);
};

/** What stands alone in parentheses is itself. */
const parenthesized: Read = (node, scope, reading) => {
  const inner = node.namedChildren.filter(({ type }) => type !== 'comment');
  const [only] = inner;
  return inner.length === 1 && only ? visit(only, scope, reading) : other(node, scope, reading);
};

const returned: Read = (node, scope, reading) => {
  const value = other(node, scope, reading);
  const [first] = value.kind === 'other' ? value.parts : [];
  if (first) reading.returns.push({ value: first, scope });
  return value;
};

const readers: Readonly<Record<string, Read>> = {
  string: text,
  concatenated_string: concatenated,
  integer: literal,
  float: literal,
  true: literal,
  false: literal,
  none: literal,
  identifier,
  attribute,
  subscript,
  call,
  assignment,
  pair,
  comparison_operator: comparison,
  boolean_operator: either,
  return_statement: returned,
  parenthesized_expression: parenthesized,
  default_parameter: defaulted,
  typed_default_parameter: defaulted,
  comment: nothing,
  import_statement: imported,
  import_from_statement: imported,
  function_definition: define,
  class_definition: define,
  decorated_definition: define,
  if_statement: within,
  with_statement: within,
};
