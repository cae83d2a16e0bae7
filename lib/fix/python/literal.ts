import type { Module, Node, Visited } from '../../documents/python/tree.ts';
import { textOf } from '../../documents/python/words.ts';

/** What a string literal of Python's says. */
export interface Literal {
  readonly value: string;
  readonly isBytes: boolean;
}

/** The string at an offset, with those beside it that it is one with, and the parentheses around them. */
export function wholeAt({ nodes }: Module, start: number): Visited | undefined {
  const string = nodes.find(({ node }) => node.type === 'string' && node.start === start);
  const around = string?.above.toReversed() ?? [];
  const inner = around.findIndex((node) => !isOfString(node));
  const whole = around[inner - 1];
  return string && whole
    ? { node: whole, above: string.above.slice(0, string.above.indexOf(whole)) }
    : string;
}

const isOfString = ({ type, children }: Node): boolean =>
  type === 'concatenated_string' || (type === 'parenthesized_expression' && children.length === 1);

/** The value of plain literals that are one; undefined where one of them is not plain. */
export function literalOf(module: Module, node: Node): Literal | undefined {
  if (!isOfString(node)) return literalIn(textOf(module, node));
  const parts = node.children.map((each) => literalOf(module, each));
  const [first] = parts;
  const isOne = parts.every((each) => each?.isBytes === first?.isBytes);
  return first && isOne
    ? { value: parts.map((each) => each?.value).join(''), isBytes: first.isBytes }
    : undefined;
}

/** The value of a plain literal; undefined for one with values inside, of several lines, or with escapes of characters. */
function literalIn(code: string): Literal | undefined {
  const parts = /^([a-z]*)(["'])(?!\2\2)(.*)\2$/i.exec(code);
  if (!parts) return undefined;
  const [, prefix = '', , inner = ''] = parts;
  const kind = prefix.toLowerCase();
  if (/[^bru]/.test(kind)) return undefined;
  const value = kind.includes('r') ? inner : inner.replaceAll(/\\(["'\\])/g, '$1');
  const escapes = inner.replaceAll(/\\["'\\]/g, '');
  if (escapes.includes('\\') || (kind.includes('r') && inner.includes('\\'))) return undefined;
  const isBytes = kind.includes('b');
  return isBytes && !/^[ -~]*$/.test(value) ? undefined : { value, isBytes };
}
