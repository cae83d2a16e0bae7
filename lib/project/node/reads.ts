import { callee, receiver } from './code/calls.ts';
import type { Code } from './code/code.ts';
import { isEnvironment } from './code/environment.ts';
import { type Getters, ownIndex } from './code/getters.ts';
import { defaultOf, schemaOf } from './code/schema.ts';
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
  valueIn,
} from './code/syntax.ts';
import { type Around, walk } from './code/walk.ts';

/** One place where the code reads a variable, with the literal that it takes without it. */
export interface Read {
  readonly name: string;
  readonly at: string;
  readonly value?: string | number | boolean | undefined;
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
  return [{ name, at: placeOf(source, node), value: fallbackOf(node, around) }];
}

/** The literal behind `??` or `||`, casts and conversions between aside. */
function fallbackOf(node: Node, around: readonly Node[]): Read['value'] {
  let inner = node;
  for (const outer of around.slice(0, 4)) {
    if (outer.type === 'LogicalExpression') {
      return child(outer, 'left') === inner && outer.operator !== '&&'
        ? (literal(child(outer, 'right')) ?? undefined)
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
    return [{ name, at: placeOf(source, property), value: literal(assigned) ?? undefined }];
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
  const value = literal(second) ?? literal(chained) ?? fallbackOf(node, around);
  return [{ name, at: placeOf(source, node), value: value ?? undefined }];
}

/** `getOsEnv('PORT')`: a function of the project's own, with what it takes without the variable. */
function fromOwn(source: Source, node: Node, around: Around, getters: Getters): readonly Read[] {
  const index = ownIndex(node, getters);
  const all = index === undefined ? [] : children(node, 'arguments').slice(index);
  const name = literal(all[0]);
  if (typeof name !== 'string' || !/^[A-Z][A-Z0-9_]*$/.test(name)) return [];
  const value = literal(all[1]) ?? fallbackOf(node, around()) ?? undefined;
  return [{ name, at: placeOf(source, node), value }];
}

/** The names of a schema that `process.env` is checked against. */
function fromSchema(code: Code, source: Source, node: Node): readonly Read[] {
  const all = children(node, 'arguments');
  const name = callee(node);
  const checks = all.some((each) => isEnvironment(source, each)) || environmentIn(source, all);
  const joi = valueIn(all[0], 'validationSchema');
  if (!joi && name !== 'convict' && name !== 'createEnv' && !checks) return [];
  const parts = ['server', 'client', 'shared'].flatMap((key) => valueIn(all[0], key) ?? []);
  const schemas = name === 'createEnv' && parts.length > 0 ? parts : [joi ?? node];
  return schemas.flatMap((each) => {
    const schema = schemaOf(code, { source, node: each, path: [] });
    return schema ? entriesOf(schema.source, schema.node, name === 'convict') : [];
  });
}

const environmentIn = (source: Source, all: readonly Node[]): boolean =>
  ['runtimeEnv', 'runtimeEnvStrict', 'env'].some((key) =>
    isEnvironment(source, valueIn(all[0], key)),
  );

/** Convict nests, and names the variable in `env`; the others have a key a variable. */
function entriesOf(source: Source, object: Node, nested: boolean): readonly Read[] {
  return children(object, 'properties').flatMap((property): readonly Read[] => {
    const name = nameOf(child(property, 'key'));
    const value = bare(child(property, 'value'));
    if (name === undefined || !value) return [];
    if (!nested) return [{ name, at: placeOf(source, property), value: defaultOf(value) }];
    const env = literal(valueIn(value, 'env'));
    if (typeof env !== 'string') return entriesOf(source, value, true);
    return [
      {
        name: env,
        at: placeOf(source, property),
        value: literal(valueIn(value, 'default')) ?? undefined,
      },
    ];
  });
}
