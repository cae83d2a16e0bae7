import type { Node } from 'oxc-parser';
import type { Span } from '../text.ts';
import { functionsAround, type Module, type Place, placeOf, type Visited } from './tree.ts';
import { type Callee, calleeOf, callOf, originsOf } from './words.ts';

/**
 * What is looked for: a variable that holds a call's result, or any call. A call is told by its words,
 * as written or by module: `express`, `new koa`, `http.createServer`, `app.listen`, `*.listen`.
 */
export type Query = { declares: readonly string[] } | { calls: readonly string[] };

/** A call that was found. */
export interface Found extends Span {
  /** Line, from 1. */
  line: number;
  /** What is called, by the module that it comes from, and as it is written. */
  call: string;
  written: string;
  /** The variable (or `this.x`) that holds the result, where one does. */
  name?: string;
  /** How many functions it stands in: 0, it runs as the module loads. */
  functions: number;
  /** The statement that it is part of, with those beside it; none where it runs at another time. */
  place?: Place;
}

/** All that a query finds, in the order of the text. */
export function findIn(module: Module, query: Query): Found[] {
  const origins = originsOf(module);
  const holders = new Map(module.nodes.flatMap(({ node }) => holding(node, module.text)));
  return module.nodes.flatMap((visited) => {
    const callee = calleeOf(visited.node, origins);
    const name = holders.get(visited.node);
    const wanted = 'declares' in query ? query.declares : query.calls;
    if (!callee || !matches(callee, wanted) || ('declares' in query && name === undefined))
      return [];
    return [foundAt(module.text, visited, callee, name)];
  });
}

function foundAt(text: string, visited: Visited, { meant, written }: Callee, name?: string): Found {
  const { start, end } = visited.node;
  const place = placeOf(visited);
  const line = text.slice(0, start).split('\n').length;
  const functions = functionsAround(visited);
  const optional = { ...(name !== undefined && { name }), ...(place && { place }) };
  return { start, end, line, call: meant, written, functions, ...optional };
}

function matches({ written, meant }: Callee, wanted: readonly string[]): boolean {
  return wanted.some((one) => {
    if (!one.startsWith('*.')) return one === written || one === meant;
    return written.endsWith(one.slice(1)) && written.length > one.length - 1;
  });
}

/** The call whose result a declaration or assignment holds, and the name that it has there. */
function holding(node: Node, text: string): [Node, string][] {
  const [left, right] =
    node.type === 'VariableDeclarator'
      ? [node.id, node.init]
      : node.type === 'AssignmentExpression' && node.operator === '='
        ? [node.left, node.right]
        : [];
  const call = right && callOf(right);
  if (!left || !call) return [];
  if (left.type === 'Identifier') return [[call, left.name]];
  return left.type === 'MemberExpression' ? [[call, text.slice(left.start, left.end)]] : [];
}
