import type { Gathered } from '../gathered.ts';
import { calleeOf, isImportable, lastOf, nameIn, textIn } from '../syntax/ask.ts';
import type { Call, Module, Value } from '../syntax/types.ts';

/** What stands before the routes on an object of a module; undefined where that is not sure. */
export type Prefixes = (module: Module, on: string) => string | undefined;

/** One object that is put on another: `app.include_router(router, prefix="/api")`. */
interface Inclusion {
  readonly from: Module;
  readonly onto: string;
  readonly what: Value;
  readonly prefix: Value | undefined;
}

const including = /^(?:include_router|register_blueprint|mount|blueprint)$/;
const deepest = 6;

/** Follows routers, blueprints and urlconfs up to the application that serves them. */
export function prefixesIn(gathered: Gathered): Prefixes {
  const { modules, candidates, naming } = gathered;
  const inclusions = modules.flatMap(inclusionsIn);
  const isApplication = (module: Module, on: string): boolean =>
    candidates.some(
      (each) => each.module === module && (each.name === on || /^(?:app|application)$/.test(on)),
    );
  const roots = rootUrls(modules);
  const isRootUrls = (module: Module): boolean => roots.has(naming.dotted(module.path));
  const follow = (module: Module, on: string, depth: number): string | undefined => {
    if (depth > deepest) return undefined;
    if (on === '' ? isRootUrls(module) || isInList(module, candidates) : isApplication(module, on))
      return '';
    const own = on === '' ? '' : ownPrefix(module, on);
    for (const { from, onto, what, prefix } of inclusions) {
      if (own === undefined || !isMeant(gathered, what, from, module, on)) continue;
      const given = prefix === undefined ? '' : literalIn(gathered, prefix);
      const above = given === undefined ? undefined : follow(from, onto, depth + 1);
      if (above !== undefined) return `${above}/${given}/${own}`;
    }
    return undefined;
  };
  return (module, on) => follow(module, on, 0);
}

/** The urlconfs that settings name as the root. */
const rootUrls = (modules: readonly Module[]): ReadonlySet<string> =>
  new Set(
    modules.flatMap(({ assignments }) =>
      assignments
        .filter(({ target }) => nameIn(target) === 'ROOT_URLCONF')
        .flatMap(({ value }) => textIn(value) ?? []),
    ),
  );

/** A list of routes beside the application that takes it (Starlette, Litestar, aiohttp). */
const isInList = (module: Module, candidates: Gathered['candidates']): boolean =>
  candidates.some((each) => each.module === module && each.framework.name !== 'django');

function inclusionsIn(module: Module): readonly Inclusion[] {
  return module.calls.flatMap((call) => {
    const name = calleeOf(call);
    const [first, second] = call.args;
    if (/^django\.(?:urls\.(?:re_)?path|conf\.urls\.url)$/.test(name)) {
      const included =
        second?.kind === 'call' && lastOf(calleeOf(second)) === 'include'
          ? second.args[0]
          : undefined;
      return included && first ? [{ from: module, onto: '', what: included, prefix: first }] : [];
    }
    const what = lastOf(name) === 'mount' ? second : first;
    if (!including.test(lastOf(name)) || what === undefined) return [];
    const prefix =
      call.keywords.prefix ?? call.keywords.url_prefix ?? (what === second ? first : undefined);
    return [{ from: module, onto: lastOf(name.slice(0, name.lastIndexOf('.'))), what, prefix }];
  });
}

/** `APIRouter(prefix="/x")`, `Blueprint(url_prefix="/x")`; undefined where it is no literal. */
function ownPrefix(module: Module, on: string): string | undefined {
  const made = module.assignments.find(
    ({ target, scope }) => isImportable(scope) && nameIn(target) === on,
  )?.value;
  const call: Call | undefined = made?.kind === 'call' ? made : undefined;
  const prefix = call?.keywords.prefix ?? call?.keywords.url_prefix;
  return prefix === undefined ? '' : textIn(prefix);
}

/** Whether an inclusion means this object of this module. */
function isMeant(
  { naming }: Gathered,
  what: Value,
  from: Module,
  module: Module,
  on: string,
): boolean {
  const dotted = naming.dotted(module.path);
  const text = textIn(what);
  if (text !== undefined) return on === '' && text === dotted;
  const name = nameIn(what);
  if (name === undefined) return false;
  if (from === module) return name === on;
  const full = `${dotted}.${on}`;
  const local = lastOf(dotted);
  return (
    lastOf(name) === on &&
    (name === full ||
      full.endsWith(name.replace(/^\.+/, '.')) ||
      name.endsWith(`${local}.${on}`) ||
      isReexported(name, dotted))
  );
}

/** `from .views import router` by way of the package: `shop.api.router` for `shop.api.routes.router`. */
const isReexported = (name: string, dotted: string): boolean =>
  name.includes('.') &&
  dotted.startsWith(name.slice(0, name.lastIndexOf('.')).replace(/^\.+/, '') || ' ');

/** A literal, or the literal that a setting's field or a constant has (`settings.API_PREFIX`). */
function literalIn({ modules }: Gathered, value: Value): string | undefined {
  const text = textIn(value);
  if (text !== undefined) return text.replace(/^\^/, '');
  const name = nameIn(value);
  if (name === undefined) return undefined;
  const found = modules.flatMap(({ assignments }) =>
    assignments
      .filter(({ target }) => nameIn(target) === lastOf(name))
      .map((each) => textIn(each.value)),
  );
  return found.length === 1 ? found[0] : undefined;
}
