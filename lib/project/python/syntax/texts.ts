import type { Node } from 'web-tree-sitter';
import type { Reading } from './reading.ts';
import type { Scope, Value } from './types.ts';
import { visit } from './visit.ts';

const lineOf = (node: Node): number => node.startPosition.row + 1;

const partsOf = (node: Node, scope: Scope, reading: Reading): readonly Value[] =>
  node.namedChildren.map((child) => visit(child, scope, reading));

/** Reads a string; one with values inside is no text. */
export function text(node: Node, scope: Scope, reading: Reading): Value {
  const line = lineOf(node);
  if (node.namedChildren.some(({ type }) => type === 'interpolation')) {
    return { kind: 'other', parts: partsOf(node, scope, reading), line };
  }
  const contents = node.namedChildren.filter(({ type }) => type === 'string_content');
  const said = contents.map((part) => part.text).join('');
  const isStatement = node.parent?.type === 'expression_statement';
  const value = { kind: 'text', text: said, line, start: node.startIndex, isStatement } as const;
  reading.texts.push(value);
  return value;
}

/** Reads strings that stand side by side as one. */
export function concatenated(node: Node, scope: Scope, reading: Reading): Value {
  const strings = node.namedChildren.filter(({ type }) => type !== 'comment');
  const parts = strings.map((child) => visit(child, scope, reading));
  const texts = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
  const line = lineOf(node);
  return texts.length === parts.length
    ? { kind: 'text', text: texts.join(''), line, start: node.startIndex }
    : { kind: 'other', parts, line };
}

/** Reads `a or b`: what stands after `or` is a default. */
export function either(node: Node, scope: Scope, reading: Reading): Value {
  const parts = partsOf(node, scope, reading);
  const [first, second] = parts;
  const isOr = node.children.some(({ type }) => type === 'or');
  if (isOr && first && second) reading.alternatives.set(first, second);
  return { kind: 'other', parts, line: lineOf(node) };
}

/** Reads a comparison: `"NAME" in os.environ` asks for an item, too. */
export function comparison(node: Node, scope: Scope, reading: Reading): Value {
  const parts = partsOf(node, scope, reading);
  const [key, of] = parts;
  const asks = node.children.some(({ type }) => type === 'in' || type === 'not in');
  if (asks && key?.kind === 'text' && of) {
    reading.items.push({ kind: 'item', of, key, line: lineOf(node), scope });
  }
  return { kind: 'other', parts, line: lineOf(node) };
}
