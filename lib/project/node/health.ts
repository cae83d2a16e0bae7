import { type Fact, fact } from '../../facts.ts';
import type { Files } from '../../types.ts';
import { bindingsOf } from './code/bindings.ts';
import { callee } from './code/calls.ts';
import type { Code } from './code/code.ts';
import {
  child,
  children,
  literal,
  type Node,
  nameOf,
  placeOf,
  type Source,
  valueIn,
} from './code/syntax.ts';
import { walk } from './code/walk.ts';
import { type Route, routesIn } from './routes.ts';

const word =
  '(?:_*health[-_]?(?:z|[cC]heck)?s?|liveness|livez?|readyz?|readiness|status|ping|heartbeat|up|alive)';
const tail = new RegExp(
  `^/(?:[\\w.-]+/)*${word}(?:/(?:live|ready|liveness|readiness|check))?/?$`,
  'i',
);
const bareTail = new RegExp(`^/?(?:${word})(?:/(?:live|ready|liveness|readiness))?/?$`, 'i');

const hints = /['"`][\w./-]*(?:health|live|ready|readiness|status|ping|heartbeat|alive|\/up)/i;

/** Whether an address is that of a health route, by the usual names. */
export const isHealth = (path: string): boolean => tail.test(path);

/** The health route, where its whole address is sure; of several, the plainest. */
export function healthOf(code: Code, files: Files): Fact<string> | undefined {
  const written = (path: string): boolean => isHealth(path) || bareTail.test(path);
  const all = [
    ...(code.with(hints).length > 0 ? routesIn(code, written) : []),
    ...fromControllers(code),
    ...code.with(/healthChecks/).flatMap(fromTerminus),
    ...files.list().flatMap(fromFile),
  ].filter(({ path }) => isHealth(path));
  const order = (path: string): number => names.findIndex((name) => name.test(path));
  const [first] = all.sort((a, b) => order(a.path) - order(b.path));
  return first && fact(first.path, first.at);
}

/** Liveness before readiness before what may mean anything. */
const names = [/healthz?$/i, /health/i, /live/i, /read(?:y|iness)/i, /./];

/** Nest: `@Controller('health')` with `@Get('live')`, behind the global prefix. */
function fromControllers(code: Code): readonly Route[] {
  const controllers = code.with(/@Controller\(/);
  const prefix = controllers.length > 0 ? globalPrefix(code) : undefined;
  return prefix === undefined
    ? []
    : controllers.flatMap((source) => fromController(source, prefix));
}

function fromController(source: Source, prefix: string): readonly Route[] {
  const found: Route[] = [];
  walk(source.program, (node) => {
    const controller = node.type === 'ClassDeclaration' ? decorator(node, 'Controller') : undefined;
    if (!controller) return;
    for (const method of children(child(node, 'body'), 'body')) {
      const get = decorator(method, 'Get');
      if (!get) continue;
      const parts = [prefix, pathOf(controller), pathOf(get)].flatMap((part) => part.split('/'));
      const path = `/${parts.filter(Boolean).join('/')}`;
      found.push({ path, at: placeOf(source, method) });
    }
  });
  return found;
}

const decorator = (node: Node, name: string): Node | undefined =>
  children(node, 'decorators')
    .map((each) => child(each, 'expression'))
    .find((call) => call?.type === 'CallExpression' && callee(call) === name);

function pathOf(call: Node): string {
  const [first] = children(call, 'arguments');
  return String(literal(first) ?? literal(valueIn(first, 'path')) ?? '');
}

/** What `setGlobalPrefix` says, '' where it is not called; undefined where versions are added. */
function globalPrefix(code: Code): string | undefined {
  let prefix: string | undefined = '';
  for (const source of code.sources.filter(({ text }) =>
    /setGlobalPrefix|enableVersioning/.test(text),
  )) {
    walk(source.program, (node) => {
      if (node.type !== 'CallExpression') return;
      if (callee(node) === 'enableVersioning') prefix = undefined;
      if (callee(node) !== 'setGlobalPrefix') return;
      const value = literal(children(node, 'arguments')[0]);
      const plain = children(node, 'arguments').length === 1 && typeof value === 'string';
      prefix = plain ? value : undefined;
    });
  }
  return prefix;
}

/** Terminus: `createTerminus(server, { healthChecks: { '/healthz': … } })`. */
function fromTerminus(source: Source): readonly Route[] {
  if (![...bindingsOf(source).values()].some(({ from }) => from === '@godaddy/terminus')) return [];
  const found: Route[] = [];
  walk(source.program, (node) => {
    const checks = node.type === 'ObjectExpression' ? valueIn(node, 'healthChecks') : undefined;
    for (const property of children(checks, 'properties')) {
      const path = nameOf(child(property, 'key'));
      if (path?.startsWith('/')) found.push({ path, at: placeOf(source, property) });
    }
  });
  return found;
}

const fileRoutes = [
  /^(?:src\/)?app\/(.+)\/route\.[jt]sx?$/,
  /^(?:src\/)?pages\/(api\/.+?)(?:\/index)?\.[jt]sx?$/,
  /^server\/(api\/.+?)(?:\.get)?\.[jt]s$/,
  /^server\/routes\/(.+?)(?:\.get)?\.[jt]s$/,
  /^src\/routes\/(.+)\/\+server\.[jt]s$/,
];

/** Frameworks whose routes are files. */
function fromFile(path: string): readonly Route[] {
  const route = fileRoutes.map((pattern) => pattern.exec(path)?.[1]).find(Boolean);
  if (route === undefined || /[[\]$]/.test(route)) return [];
  return [{ path: `/${route.replace(/\([^)]*\)\//g, '')}`, at: `${path}:1` }];
}
