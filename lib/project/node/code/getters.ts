import { callee, receiver } from './calls.ts';
import type { Code } from './code.ts';
import { isEnvironment } from './environment.ts';
import { bare, child, children, dotted, type Node, nameOf, type Source } from './syntax.ts';
import { walk } from './walk.ts';

/** The project's own functions that read the variable whose name they are given, by name: which argument it is. */
export type Getters = ReadonlyMap<string, number>;

/** Finds them: what passes its argument on to `process.env[…]`, a settings' `get`, or another of them. */
export function gettersIn(code: Code): Getters {
  const sources = code.with(/\benv\s*\[|[cC]onfig\w*\s*\.\s*get|this\.get\w*\s*\(|\benv\(/);
  const found = new Map<string, number>();
  for (let size = -1; size < found.size; ) {
    size = found.size;
    for (const source of sources) addFrom(source, found);
  }
  return found;
}

function addFrom(source: Source, found: Map<string, number>): void {
  walk(source.program, (node, around) => {
    const name = given(source, node, found);
    if (name === undefined) return;
    const outer = around();
    const at = outer.findIndex(({ type }) => /Function/.test(type));
    const index = children(outer[at], 'params').findIndex((each) => parameter(each) === name);
    const own = index < 0 ? undefined : calledAs(outer[at], outer[at + 1]);
    if (own !== undefined && !found.has(own)) found.set(own, index);
  });
}

/** The name in the code of the variable's name, where a node reads by it. */
function given(source: Source, node: Node, found: Getters): string | undefined {
  if (node.type === 'MemberExpression')
    return node.computed === true && isEnvironment(source, child(node, 'object'))
      ? nameOf(bare(child(node, 'property')))
      : undefined;
  if (node.type !== 'CallExpression') return undefined;
  const index = settles(node) ? 0 : ownIndex(node, found);
  const argument = index === undefined ? undefined : bare(children(node, 'arguments')[index]);
  return argument?.type === 'Identifier' ? nameOf(argument) : undefined;
}

const settles = (node: Node): boolean =>
  /^(?:get|getOrThrow)$/.test(callee(node)) && /config\w*$/i.test(dotted(receiver(node)));

/** Which argument of a call is the variable's name; undefined where it is no such call. */
export function ownIndex(node: Node, getters: Getters): number | undefined {
  const whose = receiver(node);
  const plain = whose === undefined || /(?:^this|env\w*|config\w*|settings)$/i.test(dotted(whose));
  return plain ? getters.get(callee(node)) : undefined;
}

const parameter = (node: Node): string | undefined =>
  nameOf(node.type === 'AssignmentPattern' ? child(node, 'left') : node);

/** A function's own name, or that of what it is the value of. */
const calledAs = (node: Node | undefined, outer: Node | undefined): string | undefined =>
  nameOf(child(node, 'id')) ?? nameOf(child(outer, 'id')) ?? nameOf(child(outer, 'key'));
