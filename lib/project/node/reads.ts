import { isPrivate } from '../secrets.ts';
import { fromSchema } from './checked.ts';
import { callee, receiver } from './code/calls.ts';
import type { Code } from './code/code.ts';
import { isEnvironment } from './code/environment.ts';
import { type Getters, ownIndex } from './code/getters.ts';
import {
  bare,
  child,
  children,
  dotted,
  literal,
  type Node,
  nameOf,
  placeOf,
  propertyOf,
  type Source,
} from './code/syntax.ts';
import { type Around, walk } from './code/walk.ts';

/** One place where the code reads a variable, with the literal that it takes without it. */
export interface Read {
  readonly name: string;
  readonly at: string;
  readonly value?: string | number | boolean | undefined;
  /** An empty value would come in place of what the code has without it. */
  readonly spared?: boolean;
}

/** The places of a file that read a variable. */
export function readsIn(code: Code, source: Source, getters: Getters): readonly Read[] {
  const found: Read[] = [];
  walk(source.program, (node, around) => {
    if (node.type === 'MemberExpression') found.push(...fromMember(source, node, around));
    else if (node.type === 'VariableDeclarator') found.push(...fromPattern(source, node));
    else if (node.type === 'CallExpression') {
      found.push(...fromGetter(source, node, around), ...fromSchema(code, source, node));
      found.push(...fromOwn(source, node, around, getters));
    }
  });
  return found;
}

/** `process.env.X`, `process.env['X']`; not where it is set. */
function fromMember(source: Source, node: Node, surroundings: Around): readonly Read[] {
  const name = propertyOf(node);
  if (name === undefined || !isEnvironment(source, child(node, 'object'))) return [];
  const around = surroundings();
  const [parent] = around;
  const target = parent?.type === 'AssignmentExpression' && child(parent, 'left') === node;
  const deleted = parent?.type === 'UnaryExpression' && parent.operator === 'delete';
  if ((target && parent?.operator === '=') || deleted) return [];
  return [{ name, at: placeOf(source, node), ...behind(name, fallbackOf(node, around)) }];
}

/** What stands in a variable's place, and its value where that is a literal. */
const behind = (name: string, fallback: Node | undefined): Pick<Read, 'value' | 'spared'> => ({
  value: literal(fallback) ?? undefined,
  ...(fallback && !isPrivate(name, '') && { spared: true }),
});

/** What is behind `??` or `||`, casts and conversions between aside. */
function fallbackOf(node: Node, around: readonly Node[]): Node | undefined {
  let inner = node;
  for (const outer of around.slice(0, 4)) {
    if (outer.type === 'LogicalExpression') {
      return child(outer, 'left') === inner && outer.operator !== '&&'
        ? child(outer, 'right')
        : undefined;
    }
    const converts = outer.type === 'CallExpression' && children(outer, 'arguments')[0] === inner;
    if (!converts && bare(outer) === outer && outer.type !== 'UnaryExpression') return undefined;
    inner = outer;
  }
  return undefined;
}

/** `const { PORT = 3000, HOST: host } = process.env`. */
function fromPattern(source: Source, declarator: Node): readonly Read[] {
  const pattern = child(declarator, 'id');
  if (pattern?.type !== 'ObjectPattern') return [];
  if (!isEnvironment(source, child(declarator, 'init'))) return [];
  return children(pattern, 'properties').flatMap((property) => {
    const name = nameOf(child(property, 'key'));
    const value = child(property, 'value');
    const assigned = value?.type === 'AssignmentPattern' ? child(value, 'right') : undefined;
    if (name === undefined) return [];
    return [{ name, at: placeOf(source, property), ...behind(name, assigned) }];
  });
}

/** `config.get('PORT', 3000)` of Nest's ConfigService, `env.get('PORT')` of env-var. */
function fromGetter(source: Source, node: Node, surroundings: Around): readonly Read[] {
  if (!/^(?:get|getOrThrow)$/.test(callee(node))) return [];
  const [first, second] = children(node, 'arguments');
  const name = literal(first);
  const whose = dotted(receiver(node));
  if (typeof name !== 'string' || !/^[A-Z][A-Z0-9_]*$/.test(name)) return [];
  if (!/(?:^|\.)(?:env|config|configService|\w*[cC]onfig\w*)$/.test(whose)) return [];
  const around = surroundings();
  const [member, chain] = around;
  const chained = propertyOf(member) === 'default' ? children(chain, 'arguments')[0] : undefined;
  // Nest's has its options there, too.
  const given = second?.type === 'ObjectExpression' ? undefined : second;
  const fallback = given ?? chained ?? fallbackOf(node, around);
  return [{ name, at: placeOf(source, node), ...behind(name, fallback) }];
}

/** `getOsEnv('PORT')`: a function of the project's own, with what it takes without the variable. */
function fromOwn(source: Source, node: Node, around: Around, getters: Getters): readonly Read[] {
  const index = ownIndex(node, getters);
  const all = index === undefined ? [] : children(node, 'arguments').slice(index);
  const name = literal(all[0]);
  if (typeof name !== 'string' || !/^[A-Z][A-Z0-9_]*$/.test(name)) return [];
  return [
    { name, at: placeOf(source, node), ...behind(name, all[1] ?? fallbackOf(node, around())) },
  ];
}
