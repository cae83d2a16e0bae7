import {
  bindingOf,
  calleeOf,
  functionOf,
  insideOf,
  isImportable,
  lastOf,
  nameIn,
} from '../syntax/ask.ts';
import type { Call, Func, Module } from '../syntax/types.ts';
import { type Framework, frameworks } from './frameworks.ts';

/** A place where an application is made: bound to a name that can be imported, or in a factory. */
export interface Candidate {
  readonly framework: Framework;
  readonly module: Module;
  readonly line: number;
  /** The name to import; absent where nothing outside can reach it. */
  readonly name?: string;
  readonly factory: boolean;
  /** A factory that can't be called without arguments. */
  readonly needs?: true;
  /** The name that it is bound to where it is made. */
  readonly bound?: string;
}

/** Every application that the code makes. */
export function candidatesIn(modules: readonly Module[]): readonly Candidate[] {
  const makers = makersIn(modules);
  const made = modules.flatMap((module) =>
    module.calls.flatMap((call) => {
      const framework = makers.get(calleeOf(call));
      return framework ? [candidateOf(framework, module, call)] : [];
    }),
  );
  const factories = [...made, ...annotated(modules, made)].filter(({ factory }) => factory);
  return [...made, ...factories, ...called(modules, factories)];
}

/** Dotted names that make an application, subclasses of the project's own among them. */
function makersIn(modules: readonly Module[]): ReadonlyMap<string, Framework> {
  const makers = new Map(
    frameworks.flatMap((row) => row.makes.map((name) => [name, row] as const)),
  );
  for (const { name, bases } of modules.flatMap(({ classes }) => classes)) {
    const base = bases.map((each) => makers.get(nameIn(each) ?? '')).find((row) => row);
    if (base) makers.set(name, base);
  }
  return makers;
}

function candidateOf(framework: Framework, module: Module, call: Call): Candidate {
  const name = nameIn(bindingOf(module, call)?.target);
  const bound = name === undefined ? {} : { bound: name };
  const common = { framework, module, line: call.line, factory: false, ...bound };
  if (isImportable(call.scope)) return name === undefined ? common : { ...common, name };
  const made = functionOf(module, call.scope);
  if (!made) return common;
  const returned = module.returns.some(
    ({ value, scope }) =>
      scope.name === made.name &&
      [...insideOf(value)].some((each) => each === call || (name && nameIn(each) === name)),
  );
  return returned ? { ...common, ...factoryOf(made) } : common;
}

const factoryOf = ({ name, required }: Func): Pick<Candidate, 'name' | 'factory' | 'needs'> => ({
  name,
  factory: true,
  ...(required.length > 0 && { needs: true }),
});

/** Functions that say by their annotation, or their name, that they return an application. */
function annotated(modules: readonly Module[], made: readonly Candidate[]): readonly Candidate[] {
  const [first] = made;
  if (!first) return [];
  const known = new Set(made.flatMap(({ framework }) => framework.makes.map(lastOf)));
  return modules.flatMap((module) =>
    module.functions
      .filter(({ scope }) => isImportable(scope))
      .filter(({ result, name }) => known.has(lastOf(result ?? '')) && /app/.test(name))
      .map((made) => ({ framework: first.framework, module, line: made.line, ...factoryOf(made) })),
  );
}

/** `app = create_app()`, beside the factory or where it is imported. */
const called = (
  modules: readonly Module[],
  factories: readonly Candidate[],
): readonly Candidate[] =>
  modules.flatMap((module) =>
    module.calls.flatMap((call) => {
      const source = factories.find((each) => each.name === lastOf(calleeOf(call)));
      const name = nameIn(bindingOf(module, call)?.target);
      if (!source || name === undefined || !isImportable(call.scope)) return [];
      return [
        { framework: source.framework, module, line: call.line, name, bound: name, factory: false },
      ];
    }),
  );
