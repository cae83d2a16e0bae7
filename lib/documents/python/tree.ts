import type { Parser, TreeCursor } from 'web-tree-sitter';
import { errorAt } from '../error.ts';
import type { Span } from '../text.ts';
import { pythonParser } from './parser.ts';

/** A named node of the syntax, as the grammar calls it; comments are none. */
export interface Node extends Span {
  type: string;
  /** What it is of its parent, as `left` of an assignment. */
  field: string | null;
  children: readonly Node[];
}

/** A node with all that it stands in, the innermost last. */
export interface Visited {
  node: Node;
  above: readonly Node[];
}

/** A parsed file. */
export interface Module {
  text: string;
  statements: readonly Node[];
  nodes: readonly Visited[];
  comments: readonly Span[];
}

/** A statement and those of its block. */
export interface Place {
  statement: Node;
  list: readonly Node[];
}

let parser: Parser | undefined;

/** Loads the parser; to be awaited once, before the first text is parsed. */
export async function load(): Promise<void> {
  parser ??= await pythonParser();
}

/** The syntax of a Python file. Throws DocumentError. */
export function parse(text: string): Module {
  if (!parser) throw new Error('the parser of Python is not loaded');
  const tree = parser.parse(text);
  if (!tree) throw errorAt(text, 0, 'not valid Python', 'valid Python');
  const cursor = tree.walk();
  const comments: Span[] = [];
  try {
    const root = read(cursor, text, comments);
    return { text, statements: root.children, nodes: [...visit(root, [])], comments };
  } finally {
    cursor.delete();
    tree.delete();
  }
}

/** The statement of a block that a node is part of; undefined in a lambda, which runs later. */
export function placeOf({ node, above }: Visited): Place | undefined {
  let statement = node;
  for (const parent of above.toReversed()) {
    if (isBlock(parent)) return { statement, list: parent.children };
    if (parent.type === 'lambda') return undefined;
    statement = parent;
  }
  return undefined;
}

/** The child of a node that is its `field`. */
export function child(node: Node, field: string): Node | undefined {
  return node.children.find((one) => one.field === field);
}

/** The statements of all blocks. */
export function listed({ nodes }: Module): Node[] {
  return nodes.filter(({ above }) => isBlock(above.at(-1))).map(({ node }) => node);
}

/** Is a statement nothing but a string? */
export const isDocstring = ({ type, children }: Node): boolean =>
  type === 'expression_statement' && /string$/.test(children[0]?.type ?? '');

function read(cursor: TreeCursor, text: string, comments: Span[]): Node {
  const { nodeType: type, startIndex: start, endIndex: end, currentFieldName: field } = cursor;
  const children: Node[] = [];
  if (cursor.gotoFirstChild()) {
    do {
      if (cursor.nodeType === 'comment') comments.push(commentAt(cursor, text));
      else if (cursor.nodeIsNamed || cursor.nodeIsMissing)
        children.push(read(cursor, text, comments));
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
  if (type === 'ERROR' || cursor.nodeIsMissing) {
    throw errorAt(text, start, 'not valid Python', 'valid Python');
  }
  return { type, field, start, end, children };
}

/** A comment without the carriage return that the grammar takes for a part of it. */
function commentAt({ startIndex: start, endIndex: end }: TreeCursor, text: string): Span {
  return { start, end: text[end - 1] === '\r' ? end - 1 : end };
}

function* visit(node: Node, above: readonly Node[]): Generator<Visited> {
  yield { node, above };
  for (const one of node.children) yield* visit(one, [...above, node]);
}

const isBlock = (node: Node | undefined) => node?.type === 'module' || node?.type === 'block';
