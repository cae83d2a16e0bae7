import { posix } from 'node:path';
import { bindingsOf, requireOf } from './code/bindings.ts';
import { callee, receiver } from './code/calls.ts';
import type { Code } from './code/code.ts';
import {
  bare,
  child,
  children,
  dotted,
  literal,
  type Node,
  placeOf,
  type Source,
  valueIn,
} from './code/syntax.ts';
import { walk } from './code/walk.ts';

/** A route as its file writes it. */
export interface Route {
  readonly path: string;
  /** `file:line`. */
  readonly at: string;
}

interface Call {
  readonly source: Source;
  readonly node: Node;
  /** The name that it is called upon. */
  readonly on: string;
}

/** The GET routes whose written path passes a test, with their whole address where it is sure. */
export function routesIn(code: Code, wanted: (path: string) => boolean): readonly Route[] {
  const calls = code.with(/\.(?:get|all|use|head|route|register)\s*\(/).flatMap(callsIn);
  return calls
    .filter(({ node }) => /^(?:get|all|use|head|route)$/.test(callee(node)))
    .flatMap(({ source, node, on }) => {
      const [first] = children(node, 'arguments');
      const path =
        literal(first) ?? literal(valueIn(first, 'url')) ?? literal(valueIn(first, 'path'));
      if (typeof path !== 'string' || !handles(node)) return [];
      if (!wanted(path) && !(path === '/' && wanted(fileName(source)))) return [];
      const prefix = prefixOf(code, calls, source, on, 0);
      return prefix === undefined
        ? []
        : [{ path: joined(prefix, path), at: placeOf(source, node) }];
    });
}

/** A router's file is often named like what it is mounted at: `/health.route.ts`. */
const fileName = ({ path }: Source): string =>
  `/${posix.basename(path).replace(/\.?(?:[rR]oute[rs]?|[cC]ontroller)?s?\.[cm]?[jt]s$/, '')}`;

const joined = (prefix: string, path: string): string =>
  posix.join('/', prefix, path).replace(/(?<=.)\/$/, '');

function callsIn(source: Source): readonly Call[] {
  const found: Call[] = [];
  walk(source.program, (node) => {
    if (node.type !== 'CallExpression') return;
    const on = rootOf(receiver(node));
    if (on !== undefined) found.push({ source, node, on });
  });
  return found;
}

/** The name at the start of a chain of calls: `app` of `app.get(…).get(…)`. */
function rootOf(node: Node | undefined): string | undefined {
  if (node?.type === 'CallExpression') return rootOf(receiver(node)) ?? '';
  return dotted(node) || undefined;
}

/** A route has a handler; `app.get('port')` and `request.get('header')` have none. */
function handles(node: Node): boolean {
  const [first, ...handlers] = children(node, 'arguments');
  if (callee(node) === 'use') return handlers.some(({ type }) => /Function/.test(type));
  return handlers.length > 0 || valueIn(first, 'handler') !== undefined;
}

const makers =
  /^(?:express|fastify|Fastify|Koa|Hono|OpenAPIHono|polka|App|restify\.createServer|Elysia|createApp|micro)$/;
const routers = /(?:^|\.)(?:Router|PromiseRouter|KoaRouter)$/;
const apps = /^(?:this\.)?(?:app|server|fastify|instance|api)$/;

/** What stands before the routes of a name: '' for the app itself; undefined where it is not sure. */
function prefixOf(
  code: Code,
  calls: readonly Call[],
  source: Source,
  name: string,
  depth: number,
): string | undefined {
  if (depth > 6) return undefined;
  const init = bare(bindingsOf(source).get(name)?.init);
  const maker = dotted(child(init, 'callee'));
  const own = literal(valueIn(children(init, 'arguments')[0], 'prefix'));
  const mounted = mountsOf(code, calls, source, name, depth);
  if (mounted !== undefined) return joined(mounted, typeof own === 'string' ? own : '');
  if (makers.test(maker)) return '';
  if (routers.test(maker) || !apps.test(name)) return undefined;
  return init === undefined && !isPlugin(source) ? '' : undefined;
}

/** Fastify's plugins get a prefix from whoever registers them, often by their folder. */
const isPlugin = ({ path }: Source): boolean => /(?:^|\/)(?:routes|plugins|modules)\//.test(path);

/** The prefix under which a router, or the module that exports it, is mounted. */
function mountsOf(
  code: Code,
  calls: readonly Call[],
  source: Source,
  name: string,
  depth: number,
): string | undefined {
  for (const { source: other, node, on } of calls) {
    if (!/^(?:use|route|register)$/.test(callee(node))) continue;
    const all = children(node, 'arguments');
    const mounts = all.some((each) => leadsTo(code, other, each, source, name));
    if (!mounts || (other === source && on === name)) continue;
    const [first, second] = all;
    const path = literal(first) ?? literal(valueIn(second, 'prefix')) ?? '';
    const before = prefixOf(code, calls, other, on, depth + 1);
    return before === undefined || typeof path !== 'string' ? undefined : joined(before, path);
  }
  return undefined;
}

/** Whether an argument is the router of a name, or the module that it lives in. */
function leadsTo(code: Code, from: Source, argument: Node, source: Source, name: string): boolean {
  const plain = bare(argument);
  const target = plain?.type === 'CallExpression' && receiver(plain) ? receiver(plain) : plain;
  const required = requireOf(target);
  const word = dotted(target).split('.')[0] ?? '';
  if (from === source && word === name) return true;
  const specifier = required ?? bindingsOf(from).get(word)?.from;
  return (
    specifier !== undefined && code.resolve(from.path, specifier) === source.path && from !== source
  );
}
