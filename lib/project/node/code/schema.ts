import { callee, receiver } from './calls.ts';
import type { Code } from './code.ts';
import { locate, type Place } from './exports.ts';
import { type Known, numbered } from './known.ts';
import { children, literal, type Node, placeOf, valueIn } from './syntax.ts';
import { walk } from './walk.ts';

/** Which argument of a call is the object of validators; -1: what it is called upon has it. */
const checks: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ cleanEnv: 1, customCleanEnv: 1, parseEnv: 1, createEnv: 0, convict: 0 },
    ...{ object: 0, strictObject: 0, looseObject: 0 },
    ...{ parse: -1, safeParse: -1, validate: -1, cast: -1, keys: 0, merge: -1, extend: -1 },
    ...{ passthrough: -1, strict: -1, loadEnv: -1, superRefine: -1, refine: -1, transform: -1 },
    ...{ prefs: -1, unknown: -1, required: -1 },
  }),
);

/** The object of validators that checks the environment in a call, if the call is such a check. */
export function schemaOf(code: Code, place: Place, depth = 0): Place | undefined {
  const found = locate(code, place);
  if (!found || depth > 8) return undefined;
  const { node, source } = found;
  if (node.type === 'ObjectExpression') return found;
  const index = node.type === 'CallExpression' ? checks.get(callee(node)) : undefined;
  if (index === undefined) return undefined;
  const given = children(node, 'arguments');
  const all = index < 0 ? receiver(node) : given[index];
  const next = callee(node) === 'createEnv' ? (valueIn(all, 'server') ?? all) : all;
  const schema = next && schemaOf(code, { source, node: next, path: [] }, depth + 1);
  // Joi's old form: `Joi.validate(process.env, schema)`.
  const behind = index < 0 && !schema ? given[1] : undefined;
  return schema ?? (behind && schemaOf(code, { source, node: behind, path: [] }, depth + 1));
}

/** A validator that takes numbers alone: `port()`, `z.coerce.number()`, `format: 'port'`. */
const numeric = /\b(?:port|num|number|int|integer|nat|Number|parseInt)\b/;

/** A property of a checked environment: its variable has its name, its default the validator's. */
export function validated({ source, node }: Place, path: readonly string[]): Known | undefined {
  const names = path.filter((each) => !/^(?:data|value|default)$/.test(each));
  const validator = names.reduce<Node | undefined>(valueIn, node);
  if (!validator || validator === node) return undefined;
  const value = defaultOf(validator);
  const env = literal(valueIn(validator, 'env'));
  const variable = typeof env === 'string' ? env : names.at(-1);
  const at = placeOf(source, validator);
  const known = { at, ...(variable && { variable }), ...(value !== undefined && { value }) };
  return numeric.test(source.text.slice(validator.start, validator.end)) ? numbered(known) : known;
}

/** The default that a validator has: `port({ default: 3000 })`, `z.string().default('x')`. */
export function defaultOf(validator: Node): string | number | boolean | undefined {
  let found: string | number | boolean | undefined;
  walk(validator, (node) => {
    if (node.type === 'CallExpression' && /^(?:default|catch|prefault)$/.test(callee(node)))
      found ??= literal(children(node, 'arguments')[0]);
    if (node.type === 'ObjectExpression') found ??= literal(valueIn(node, 'default'));
    if (node.type === 'CallExpression' && callee(node) === 'optional')
      found ??= literal(children(node, 'arguments')[1]);
  });
  return found ?? undefined;
}
