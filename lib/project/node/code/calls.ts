import { requireOf } from './bindings.ts';
import { isEnvironment } from './environment.ts';
import { both, type Known, numbered } from './known.ts';
import { namespaced } from './namespaces.ts';
import { schemaOf, validated } from './schema.ts';
import {
  bare,
  child,
  children,
  dotted,
  literal,
  type Node,
  placeOf,
  propertyOf,
} from './syntax.ts';
import { evaluate, type Follow, imported, type Step } from './values.ts';
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
