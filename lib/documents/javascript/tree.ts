import { type Node, type ParseResult, parseSync, type Statement, visitorKeys } from 'oxc-parser';
import { errorAt } from '../error.ts';
import type { Span } from '../text.ts';

/** A parsed file: its statements, and how it takes in modules where the file tells. */
export interface Module {
  text: string;
  statements: readonly Statement[];
  nodes: readonly Visited[];
  comments: readonly Span[];
  kind: 'esm' | 'cjs' | undefined;
}

/** A node with all that it stands in, the innermost last. */
export interface Visited {
  node: Node;
  above: readonly Node[];
}

/** The syntax of a JavaScript or TypeScript file; the path's ending tells which. Throws DocumentError. */
export function parse(path: string, text: string): Module {
  const result = read(path, text);
  const [error] = result.errors;
  if (error) {
    const message = `not valid code: ${error.message}`;
    throw errorAt(text, error.labels[0]?.start ?? 0, message, 'valid code');
  }
  const statements = result.program.body as readonly Statement[];
  const nodes = [...visit(result.program, [])];
  const comments = result.comments.filter(({ start }) => !text.startsWith('#!', start));
  return { text, statements, nodes, comments, kind: kindOf(path, result, nodes) };
}

/** A statement of a node's own, and the list that it stands in. */
export interface Place {
  statement: Statement;
  list: readonly Statement[];
}

/** The statement of a list that runs the node when it runs itself; undefined where there is none. */
export function placeOf({ node, above }: Visited): Place | undefined {
  let inner = node;
  for (const parent of above.toReversed()) {
    const list = statementsIn(parent);
    const statement = list?.find((one) => one === inner);
    if (list && statement) return { statement, list };
    if (LATER.test(parent.type)) return undefined;
    inner = parent;
  }
  return undefined;
}

/** How many functions a node stands in. */
export function functionsAround({ above }: Visited): number {
  return above.filter(({ type }) => /Function/.test(type)).length;
}

/** The statements that a node lists. */
export function statementsIn(node: Node): readonly Statement[] | undefined {
  const isList = ['Program', 'BlockStatement', 'StaticBlock'].includes(node.type);
  return isList && 'body' in node ? (node.body as readonly Statement[]) : undefined;
}

/** What does not run where it stands, and what has no place for one statement more. */
const LATER = /Function|Class|PropertyDefinition|Accessor|Switch|^(?:If|For|While|DoWhile|Labeled)/;

/** Files that say nothing are tried as modules and scripts, then as CommonJS with its `return`. */
function read(path: string, text: string): ParseResult {
  const lang = /\.[cm]?jsx?$/.test(path) ? ({ lang: 'jsx' } as const) : {};
  const options = { ...lang, preserveParens: false, astType: 'ts' } as const;
  const result = parseSync(path, text, options);
  if (result.errors.length === 0 || !/\.[jt]sx?$/.test(path)) return result;
  const script = parseSync(path, text, { ...options, sourceType: 'commonjs' });
  return script.errors.length === 0 ? script : result;
}

function* visit(node: Node, above: readonly Node[]): Generator<Visited> {
  yield { node, above };
  const inside = [...above, node];
  for (const key of visitorKeys[node.type] ?? []) {
    const child: unknown = node[key as keyof Node];
    for (const one of Array.isArray(child) ? child : [child]) {
      if (isNode(one)) yield* visit(one, inside);
    }
  }
}

function kindOf(path: string, { module }: ParseResult, nodes: readonly Visited[]): Module['kind'] {
  if (module.hasModuleSyntax || /\.m[jt]s$/.test(path)) return 'esm';
  if (/\.c[jt]s$/.test(path) || nodes.some(({ node }) => isCommonJs(node))) return 'cjs';
  return /\.tsx?$/.test(path) ? 'esm' : undefined;
}

function isCommonJs(node: Node): boolean {
  if (node.type === 'CallExpression') return isNamed(node.callee, 'require');
  if (node.type !== 'MemberExpression') return false;
  return isNamed(node.object, 'exports') || isNamed(node.object, 'module');
}

const isNamed = (node: Node, name: string) => node.type === 'Identifier' && node.name === name;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;
