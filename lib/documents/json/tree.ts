import {
  type Node,
  type ParseError,
  type ParseOptions,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { errorAt } from '../error.ts';
import type { Path } from '../order.ts';

/** The last text that was parsed: edits that change nothing ask for the same again and again. */
let last: { text: string; root: Node } | undefined;

/** The positions of a JSON text (comments and trailing commas allowed). Throws DocumentError. */
export function parse(text: string): Node {
  if (last?.text !== text) last = { text, root: read(text) };
  return last.root;
}

/** The same of a text that must be JSON alone: no comments, no trailing commas. Throws DocumentError. */
export const parsePlain = (text: string): Node =>
  read(text, { allowTrailingComma: false, disallowComments: true });

function read(text: string, options: ParseOptions = { allowTrailingComma: true }): Node {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, options);
  const [error] = errors;
  if (root && !error) return root;
  const problem = error ? printParseErrorCode(error.error) : 'ValueExpected';
  if (problem === 'InvalidCommentToken')
    throw errorAt(text, error?.offset ?? 0, 'not valid JSON', 'no comment');
  const [, what] = /^(\w+)Expected$/.exec(problem) ?? [];
  throw errorAt(text, error?.offset ?? 0, 'not valid JSON', what ? spelt(what) : 'JSON');
}

/** The parser's names in words: `CloseBrace` is `close brace`. */
const spelt = (name: string): string => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

/** The value below a key or an index, undefined where there is none. */
export function child(node: Node, key: string | number): Node | undefined {
  if (node.type === 'array') return typeof key === 'number' ? node.children?.[key] : undefined;
  return property(node, key)?.children?.[1];
}

/** The property (key and value) of an object; of several the last, as JSON.parse has it. */
export function property(node: Node, key: string | number): Node | undefined {
  if (node.type !== 'object') return undefined;
  return node.children?.findLast((pair) => pair.children?.[0]?.value === key);
}

/** The deepest value on the way along a path, and how many keys led there. */
export function walk(root: Node, path: Path): { node: Node; depth: number } {
  let node = root;
  for (const [depth, key] of path.entries()) {
    const next = child(node, key);
    if (!next) return { node, depth };
    node = next;
  }
  return { node, depth: path.length };
}

/** Names of an object's keys, in the order of the text. */
export function keys(node: Node): string[] {
  return (node.children ?? []).map((pair) => String(pair.children?.[0]?.value));
}
