import { calleeOf, functionOf, lastOf, nameIn, scopeOf, textIn } from '../syntax/ask.ts';
import type { Call, Func, Module, Scope, Value } from '../syntax/types.ts';
import type { Readers } from './libraries.ts';
import { isVariable, nothing, type Read, readOf } from './read.ts';

/** Methods of readers that read nothing. */
const silent = new Set(['read_env', 'prefixed', 'seal', 'read_envfile', 'dump', 'parser_for']);

/** What methods of django-environ read where they are given no name. */
const standing: Readonly<Record<string, string>> = {
  db: 'DATABASE_URL',
  db_url: 'DATABASE_URL',
  cache: 'CACHE_URL',
  cache_url: 'CACHE_URL',
  email: 'EMAIL_URL',
  email_url: 'EMAIL_URL',
  search_url: 'SEARCH_URL',
  channels: 'CHANNELS_URL',
};

/** The variables that calls read: of os, of readers, of what wraps them. */
export function readsByCalls(modules: readonly Module[], readers: Readers): readonly Read[] {
  const wrappers = wrappersIn(modules);
  return modules.flatMap((module) =>
    module.calls.flatMap((call) => readsOf(call, module, readers, wrappers)),
  );
}

function readsOf(
  call: Call,
  module: Module,
  readers: Readers,
  wrappers: ReadonlySet<string>,
): readonly Read[] {
  const name = calleeOf(call);
  const [first, second] = call.args;
  const place = { path: module.path, line: call.line };
  const given = textIn(first ?? call.keywords.var ?? call.keywords.key ?? call.keywords.name);
  const fallback = call.keywords.default ?? second ?? module.alternatives.get(call);
  const ofSystem = isEnvironment(name, module) || wrappers.has(lastOf(name));
  if (ofSystem) return isVariable(given) ? [readOf(given, asDefault(name, fallback), place)] : [];
  if (name === 'dj_database_url.config') {
    return [
      readOf(textIn(call.keywords.env ?? first) ?? 'DATABASE_URL', call.keywords.default, place),
    ];
  }
  if (lastOf(name) === 'from_envvar' && isVariable(given)) return [readOf(given, second, place)];
  if (/^environ\.(?:FileAware)?Env$/.test(name)) return schemeOf(call, module);
  const read = byReader(call, module, readers, given, fallback);
  return [...(read ? [read] : []), ...byOption(call, module)];
}

/** `os.getenv` and `os.environ.get`, also of `from os import environ`, or an alias of it. */
function isEnvironment(name: string, module: Module): boolean {
  if (name === 'os.getenv' || name === 'os.environ.get' || name === 'os.environ.pop') return true;
  const object = name.slice(0, -'.get'.length);
  return name.endsWith('.get') && isAlias(object, module);
}

/** Whether a name is another one for `os.environ`. */
export const isAlias = (name: string, { assignments }: Module): boolean =>
  assignments.some(
    ({ target, value }) => nameIn(target) === name && nameIn(value) === 'os.environ',
  );

/** `.get(name)` gives None: the code goes on. */
const asDefault = (name: string, fallback: Value | undefined): Value | undefined =>
  fallback ?? (/get(?:env)?$/.test(name) ? nothing : undefined);

function byReader(
  call: Call,
  module: Module,
  readers: Readers,
  given: string | undefined,
  fallback: Value | undefined,
): Read | undefined {
  const name = calleeOf(call);
  const cut = name.lastIndexOf('.');
  const [object, method] = [name.slice(0, Math.max(0, cut)), name.slice(cut + 1)];
  const direct = readers.library(module, name);
  const library = direct ?? (silent.has(method) ? undefined : readers.library(module, object));
  if (!library) return undefined;
  const variable = given ?? (direct || call.args.length > 0 ? undefined : standing[method]);
  if (!isVariable(variable)) return undefined;
  const standard = library === 'starlette' ? call.keywords.default : fallback;
  return readOf(prefixOf(call.scope) + variable, standard, { path: module.path, line: call.line });
}

/** The prefixes of the `with env.prefixed(…)` around, outermost first. */
function prefixOf(scope: Scope | undefined): string {
  const inner = scopeOf(scope, 'prefix');
  return inner ? prefixOf(inner.above) + inner.name : '';
}

/** `environ.Env(DEBUG=(bool, False))` names variables with their defaults. */
const schemeOf = ({ keywords }: Call, { path }: Module): readonly Read[] =>
  Object.entries(keywords).map(([name, value]) =>
    readOf(name, value.kind === 'other' ? value.parts[1] : undefined, { path, line: value.line }),
  );

/** Options of command lines that a variable can set: `envvar="SHOP_TOKEN"`. */
function byOption({ keywords }: Call, { path }: Module): readonly Read[] {
  const { envvar } = keywords;
  const names = envvar?.kind === 'other' ? envvar.parts : envvar ? [envvar] : [];
  return names
    .map(textIn)
    .filter(isVariable)
    .map((name) => ({ name, path, line: envvar?.line ?? 1 }));
}

/** Functions of the project's own that hand their first parameter to the environment. */
function wrappersIn(modules: readonly Module[]): ReadonlySet<string> {
  const found = modules.flatMap((module) => [
    ...module.calls
      .filter((call) => isEnvironment(calleeOf(call), module))
      .flatMap((call) => wrapperOf(module, call.scope, call.args[0])),
    ...module.items
      .filter(({ of }) => nameIn(of) === 'os.environ')
      .flatMap(({ key, scope }) => wrapperOf(module, scope, key)),
  ]);
  return new Set(found.map(({ name }) => name));
}

function wrapperOf(module: Module, scope: Scope, value: Value | undefined): readonly Func[] {
  const inside = functionOf(module, scope);
  const name = nameIn(value);
  return inside && name !== undefined && inside.parameters[0] === name ? [inside] : [];
}
