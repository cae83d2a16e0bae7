import { calleeOf, insideOf, isImportable, lastOf, nameIn, textIn } from '../syntax/ask.ts';
import type { Call, Module } from '../syntax/types.ts';

/** A route: its path as written, and the object that it is put on (`''`: a list of urls). */
export interface Route {
  readonly path: string;
  readonly on: string;
  readonly line: number;
}

const methods = new Set([
  'get',
  'route',
  'api_route',
  'add_route',
  'add_url_rule',
  'add_api_route',
  'add_get',
  'websocket',
  'head',
  'any',
]);
const standalone =
  /^(?:starlette\.routing\.Route|litestar\.(?:handlers\.)?get|django\.urls\.(?:re_)?path|django\.conf\.urls\.url|aiohttp\.web\.get|litestar\.get)$/;

/** Every route that a module declares by a literal path. */
export const routesIn = (module: Module): readonly Route[] =>
  module.calls.flatMap((call) =>
    calleeOf(call) === 'tornado.web.Application' ? pairsIn(call) : (routeOf(call, module) ?? []),
  );

/** Tornado's list of `(r"/path", Handler)`. */
const pairsIn = ({ args }: Call): readonly Route[] =>
  args.flatMap((arg) =>
    [...insideOf(arg)].flatMap((value) => {
      const [path, handler] = value.kind === 'other' ? value.parts : [];
      const text = textIn(path);
      return text?.startsWith('/') && handler?.kind === 'name'
        ? [{ path: plain(text), on: '', line: value.line }]
        : [];
    }),
  );

function routeOf(call: Call, module: Module): Route | undefined {
  const name = calleeOf(call);
  const path = textIn(call.args[0] ?? call.keywords.path ?? call.keywords.rule);
  if (path === undefined) return undefined;
  if (standalone.test(name)) return { path: plain(path), on: '', line: call.line };
  const cut = name.lastIndexOf('.');
  if (cut < 0 || !methods.has(name.slice(cut + 1)) || !path.startsWith('/')) return undefined;
  const on = call.callee.kind === 'name' ? name.slice(0, cut) : '';
  return { path, on: ownName(on, module), line: call.line };
}

/** `self.app.router` → the object's own name. */
const ownName = (dotted: string, { assignments }: Module): string => {
  const plainName = dotted.replace(/\.router$/, '');
  const known = assignments.some(
    ({ target, scope }) => isImportable(scope) && nameIn(target) === plainName,
  );
  return known ? plainName : lastOf(plainName);
};

/** A pattern of Django's: `^health/$` → `health/`; one with groups matches no health route anyway. */
const plain = (path: string): string => path.replace(/^\^/, '').replace(/\\?\$$|\\Z$/, '');
