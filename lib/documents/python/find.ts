import type { Span } from '../text.ts';
import { child, type Module, type Node, type Place, placeOf, type Visited } from './tree.ts';
import { calleeOf, callIn, originsOf, textOf } from './words.ts';

/**
 * What is looked for: a variable that holds a call's result, any call, or what is assigned to a name.
 * A call is told by its words, as written or by module: `fastapi.FastAPI`, `app.run`, `*.run`.
 * `inside`: only in the function of that name; '': only where the module itself does it.
 */
export type Query =
  | { declares: readonly string[] }
  | { calls: readonly string[] }
  | { assigns: readonly string[]; inside?: string };

/** What was found: a call, or an assignment. */
export interface Found extends Span {
  /** Line, from 1. */
  line: number;
  /** What is called, by the module that it comes from, and as it is written. */
  call?: string;
  written?: string;
  /** The variable (or `self.x`) that holds the result, where one does. */
  name?: string;
  /** How many functions it stands in: 0, it runs as the module loads. */
  functions: number;
  /** The statement that it is part of, with those of its block; none where it runs at another time. */
  place?: Place;
}

/** All that a query finds, in the order of the text. */
export function findIn(module: Module, query: Query): Found[] {
  const assigned = module.nodes.flatMap((visited) => assignmentOf(module, visited));
  if ('assigns' in query) {
    const { assigns, inside } = query;
    const wanted = assigned.filter(
      ({ name, visited }) =>
        assigns.includes(name) && (inside === undefined || inside === around(module, visited)),
    );
    return wanted.map(({ visited, name }) => ({ ...placed(module, visited), name }));
  }
  const origins = originsOf(module);
  const holders = new Map(assigned.map(({ value, name }) => [callIn(value), name]));
  const wanted = 'declares' in query ? query.declares : query.calls;
  return module.nodes.flatMap((visited) => {
    const callee = calleeOf(module, visited.node, origins);
    const name = holders.get(visited.node);
    if (!callee || ('declares' in query && name === undefined)) return [];
    const { meant: call, written } = callee;
    if (!wanted.some((one) => matches(one, written) || one === call)) return [];
    return [{ ...placed(module, visited), call, written, ...(name !== undefined && { name }) }];
  });
}

function placed({ text }: Module, visited: Visited): Omit<Found, 'call' | 'name'> {
  const { start, end } = visited.node;
  const line = text.slice(0, start).split('\n').length;
  const around = visited.above.filter(({ type }) => /^(?:function_definition|lambda)$/.test(type));
  const place = placeOf(visited);
  return { start, end, line, functions: around.length, ...(place && { place }) };
}

/** The name of the function that something stands in, '' for none. */
function around(module: Module, { above }: Visited): string {
  const inner = above.findLast(({ type }) => /^(?:function_definition|lambda)$/.test(type));
  const name = inner && child(inner, 'name');
  return inner === undefined ? '' : name ? textOf(module, name) : 'lambda';
}

function assignmentOf(module: Module, visited: Visited) {
  const { node } = visited;
  const [left, right] = [child(node, 'left'), child(node, 'right')];
  if (node.type !== 'assignment' || !left || !right || !isName(left)) return [];
  return [{ visited, name: textOf(module, left), value: right }];
}

const isName = ({ type }: Node) => type === 'identifier' || type === 'attribute';

const matches = (wanted: string, words: string) =>
  wanted.startsWith('*.') ? words.endsWith(wanted.slice(1)) : wanted === words;
