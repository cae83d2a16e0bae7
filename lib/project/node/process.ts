import { type Fact, fact } from '../../facts.ts';
import type { Mount } from '../../types.ts';
import { callee, receiver } from './code/calls.ts';
import type { Code } from './code/code.ts';
import {
  bare,
  child,
  children,
  dotted,
  lineAt,
  literal,
  type Node,
  placeOf,
} from './code/syntax.ts';
import { walk } from './code/walk.ts';

const both = ['SIGINT', 'SIGTERM'];

/** Calls that have a library handle the signals. */
const handlers: Readonly<Record<string, readonly string[]>> = {
  enableShutdownHooks: both,
  closeWithGrace: both,
  createTerminus: ['SIGTERM'],
  gracefulShutdown: both,
  GracefulShutdownServer: both,
  createLightship: ['SIGTERM', 'SIGINT'],
};

/** The signals that the code handles: `process.on('SIGTERM', …)`, or a library that does. */
export function signalsIn(code: Code): Fact<readonly string[]> | undefined {
  const found = new Map<string, string>();
  const sources = code.with(/SIG(?:TERM|INT)|Hooks|[gG]race|[tT]erminus|Lightship/);
  for (const source of sources) {
    walk(source.program, (node) => {
      if (node.type !== 'CallExpression') return;
      const name = callee(node);
      const [first, second] = children(node, 'arguments');
      const names =
        /^(?:on|once|addListener)$/.test(name) && dotted(receiver(node)) === 'process'
          ? registered(first, source.text)
          : /^(?:once|pEvent)$/.test(name) && dotted(first) === 'process'
            ? registered(second, source.text)
            : Object.hasOwn(handlers, name)
              ? (handlers[name] ?? [])
              : [];
      for (const signal of names) if (!found.has(signal)) found.set(signal, placeOf(source, node));
    });
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.length > 0
    ? fact(
        sorted.map(([signal]) => signal),
        ...sorted.map(([, at]) => at),
      )
    : undefined;
}

/** The signal that is named, or all that the file names where it goes through a list of them. */
function registered(node: Node | undefined, text: string): readonly string[] {
  const signal = literal(node);
  if (typeof signal === 'string') return /^SIG(?:TERM|INT|QUIT|HUP)$/.test(signal) ? [signal] : [];
  return [...new Set(text.match(/(?<=['"])SIG(?:TERM|INT|QUIT|HUP)(?=['"])/g) ?? [])];
}

/** What makes an app, by framework: `express()`, `new Koa()`, `NestFactory.create()`. */
const makers: Readonly<Record<string, RegExp>> = {
  express: /^express$/,
  fastify: /^(?:[fF]astify)$/,
  koa: /^Koa$/,
  hono: /^(?:OpenAPI)?Hono$/,
  nest: /^NestFactory\.create$/,
  polka: /^polka$/,
  restify: /^restify\.createServer$/,
  hapi: /^(?:Hapi\.server|Hapi\.Server|new Hapi\.Server)$/i,
  tinyhttp: /^App$/,
};

/** Where the app is made. Of several, the one that listens, else the nearest to the root. */
export function mountOf(
  code: Code,
  stack: string | undefined,
  listen: Mount | undefined,
): Fact<Mount> | undefined {
  const maker = makers[stack ?? ''];
  const named = /express|[fF]astify|Koa|Hono|NestFactory|polka|restify|[hH]api|App\b/;
  const found: Mount[] = [];
  for (const source of maker ? code.with(named) : []) {
    walk(source.program, (node, around) => {
      if (node.type !== 'VariableDeclarator' && node.type !== 'AssignmentExpression') return;
      const init = bare(child(node, 'init') ?? child(node, 'right'));
      if (!maker?.test(dotted(child(init, 'callee')))) return;
      const name = dotted(child(node, 'id') ?? child(node, 'left'));
      const line = lineAt(source.text, (around()[0] ?? node).start);
      if (name !== '') found.push({ file: source.path, line, name });
    });
  }
  const mount = found.find(({ file }) => file === listen?.file) ?? found[0];
  return mount && fact(mount, `${mount.file}:${mount.line}`);
}
