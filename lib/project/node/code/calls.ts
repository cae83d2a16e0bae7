import { requireOf } from './bindings.ts';
import type { Code } from './code.ts';
import { isEnvironment } from './environment.ts';
import { locate, type Place } from './exports.ts';
import { namespaced } from './namespaces.ts';
import {
  bare,
  child,
  children,
  dotted,
  literal,
  type Node,
  placeOf,
  propertyOf,
  valueIn,
} from './syntax.ts';
import {
  both,
  evaluate,
  type Follow,
  imported,
  type Known,
  numbered,
  type Step,
} from './values.ts';
import { walk } from './walk.ts';

/** The last name of what is called: `get` of `config.get(…)`, `cleanEnv` of `cleanEnv(…)`. */
export const callee = (node: Node): string =>
  propertyOf(bare(child(node, 'callee'))) ?? dotted(child(node, 'callee'));

/** What is called upon: `config` of `config.get(…)`. */
export const receiver = (node: Node | undefined): Node | undefined => {
  const called = bare(child(node, 'callee'));
  return called?.type === 'MemberExpression' ? bare(child(called, 'object')) : undefined;
};

/** The value of a call: of the libraries that read settings, else of its first argument. */
export function calls(step: Step, follow: Follow): Known | undefined {
  const { node, source, path, code, depth } = step;
  const [first, second] = children(node, 'arguments');
  const required = requireOf(node);
  if (required !== undefined) return imported(code, source, required, path, depth);
  if (callee(node) === 'get' || callee(node) === 'getOrThrow') {
    const key = literal(first);
    if (typeof key === 'string') return both(got(step, key, follow), follow(second, []));
  }
  if (links.test(callee(node)) && receiver(node)) return chained(step, follow);
  if (path.length === 0) {
    const known = readBy(step) ?? follow(first);
    return numbers.test(callee(node)) ? numbered(known) : known;
  }
  const schema = schemaOf(code, { source, node, path });
  if (schema) return validated(schema, path);
  return passing.test(callee(node)) ? follow(first) : follow(child(node, 'callee'));
}

/** What makes a number of a text: `Number`, `parseInt`, `getEnvNumber`, `asPortNumber`. */
const numbers = /^(?:Number|parseInt|parseFloat|(?:as|get|read)\w*(?:Number|Int|Integer))$/;

/** A validator that takes numbers alone: `port()`, `z.coerce.number()`, `format: 'port'`. */
const numeric = /\b(?:port|num|number|int|integer|nat|Number|parseInt)\b/;

/** `getEnv('PORT', 3000)`: a function that is called for a variable, whatever it does. */
function readBy({ node, source }: Step): Known | undefined {
  const [first, second] = children(node, 'arguments');
  const variable = literal(first);
  if (typeof variable !== 'string' || !/^[A-Z][A-Z0-9_]*$/.test(variable)) return undefined;
  if (!/env|get|config|setting/i.test(callee(node))) return undefined;
  const value = literal(second) ?? undefined;
  return { variable, at: placeOf(source, node), ...(value !== undefined && { value }) };
}

const passing = /^(?:freeze|defineConfig|registerAs|seal)$/;

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

/** A property of a checked environment: its variable has its name, its default the validator's. */
function validated({ source, node }: Place, path: readonly string[]): Known | undefined {
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

/** `app.get('port')` after `app.set('port', …)`; `config.get('port')`; `env.get('PORT')`. */
function got(step: Step, key: string, follow: Follow): Known | undefined {
  const { node, source, code, depth } = step;
  const from = receiver(node);
  const set = settingOf(step, dotted(from), key);
  if (set) return follow(set, []);
  const named = follow(from, key.split('.'));
  if (named) return named;
  const space = /config/i.test(dotted(from)) ? namespaced(code, key) : undefined;
  const spaced = space && evaluate(code, space, depth + 1);
  if (spaced) return spaced;
  return /^[A-Z][A-Z0-9_]*$/.test(key) && from && !isEnvironment(source, from)
    ? { variable: key, at: placeOf(source, node) }
    : undefined;
}

function settingOf({ source }: Step, app: string, key: string): Node | undefined {
  let found: Node | undefined;
  walk(source.program, (node) => {
    if (node.type !== 'CallExpression' || callee(node) !== 'set') return;
    const [name, value] = children(node, 'arguments');
    if (dotted(receiver(node)) === app && literal(name) === key) found ??= value;
  });
  return found;
}

const links = /^(?:default|required|example|as[A-Z]\w*|toString|trim|valueOf)$/;

/** `env.get('PORT').default('3000').asPortNumber()`. */
function chained({ node }: Step, follow: Follow): Known | undefined {
  const value = callee(node) === 'default' ? follow(children(node, 'arguments')[0], []) : undefined;
  const known = both(follow(receiver(node)), value);
  return numbers.test(callee(node)) ? numbered(known) : known;
}
