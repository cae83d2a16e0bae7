import { bindingOf, calleeOf, isImportable, lastOf, nameIn } from '../syntax/ask.ts';
import type { Call, Module } from '../syntax/types.ts';

/** Libraries that read the environment, by what is called to get a reader. */
const makers: Readonly<Record<string, string>> = {
  'environ.Env': 'django-environ',
  'environ.FileAwareEnv': 'django-environ',
  'environs.Env': 'environs',
  'environs.FileAwareEnv': 'environs',
  'decouple.AutoConfig': 'python-decouple',
  'decouple.Config': 'python-decouple',
  'starlette.config.Config': 'starlette',
};

/** Functions that read one variable themselves. */
const functions: Readonly<Record<string, string>> = { 'decouple.config': 'python-decouple' };

/** The names that read the environment: of each module's own, and of those that others import. */
export interface Readers {
  /** The library whose reader a dotted name is, seen from a module. */
  library(module: Module, dotted: string): string | undefined;
  /** The call that makes the first reader, with its library. */
  readonly first?: { readonly library: string; readonly module: Module; readonly call: Call };
}

/** Finds every reader that the code makes. */
export function readersIn(modules: readonly Module[]): Readers {
  const made = modules.flatMap((module) =>
    module.calls.flatMap((call) => {
      const library = makers[calleeOf(call)];
      const name = nameIn(bindingOf(module, call)?.target);
      return library && name ? [{ library, module, call, name }] : [];
    }),
  );
  const exported = new Map(
    made.filter(({ call }) => isImportable(call.scope)).map(({ name, library }) => [name, library]),
  );
  const tops = topsOf(modules);
  const [first] = made;
  return {
    library(module, dotted) {
      if (functions[dotted]) return functions[dotted];
      const own = made.find((each) => each.module === module && each.name === dotted);
      if (own) return own.library;
      const imported = dotted.includes('.') || takesAll(module);
      return imported && (!dotted.includes('.') || tops.has(dotted.split('.')[0] ?? ''))
        ? exported.get(lastOf(dotted))
        : undefined;
    },
    ...(first && { first }),
  };
}

const takesAll = ({ modules }: Module): boolean =>
  [...modules].some((name) => name.startsWith('.'));

/** Names that an import of the project's own modules can begin with; a relative one with none. */
const topsOf = (modules: readonly Module[]): ReadonlySet<string> =>
  new Set(['', ...modules.flatMap(({ path }) => path.replace(/\.py$/, '').split('/'))]);
