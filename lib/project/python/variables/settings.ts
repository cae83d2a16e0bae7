import { calleeOf, insideOf, lastOf, nameIn, textIn } from '../syntax/ask.ts';
import type { Assignment, Call, Class, Module, Value } from '../syntax/types.ts';
import { isVariable, type Read, readOf } from './read.ts';

const roots = new Set([
  'pydantic_settings.BaseSettings',
  'pydantic.BaseSettings',
  'pydantic.v1.BaseSettings',
  'pydantic.env_settings.BaseSettings',
]);

/** A settings class of the project's own, and its module. */
export interface Settings {
  readonly module: Module;
  readonly class: Class;
}

/** Every class that derives from pydantic's BaseSettings, through classes of the project's own, too. */
export function settingsIn(modules: readonly Module[]): readonly Settings[] {
  const known = new Map<string, Settings>();
  for (let grown = true; grown; ) {
    const before = known.size;
    for (const module of modules) {
      for (const each of module.classes) {
        const names = each.bases.map((base) => nameIn(base) ?? '');
        const derives = names.some((name) => roots.has(name) || known.has(lastOf(name)));
        if (derives) known.set(each.name, { module, class: each });
      }
    }
    grown = known.size > before;
  }
  return [...known.values()];
}

/** The variables that the fields of settings classes read. */
export const readsBySettings = (modules: readonly Module[]): readonly Read[] =>
  settingsIn(modules).flatMap(({ module, class: { name } }) => {
    const own = module.assignments.filter(
      ({ scope }) => scope.kind === 'class' && scope.name === name,
    );
    const prefix = prefixOf(module, name, own);
    return own.flatMap((field) => fieldReads(field, prefix, module));
  });

/** `env_prefix` of `model_config`, or of the class `Config` inside. */
function prefixOf(module: Module, name: string, own: readonly Assignment[]): string {
  const config = own.find(({ target }) => nameIn(target) === 'model_config')?.value;
  const byCall = config?.kind === 'call' ? textIn(config.keywords.env_prefix) : undefined;
  const inner = module.assignments.find(
    ({ target, scope }) =>
      nameIn(target) === 'env_prefix' && scope.kind === 'class' && scope.above?.name === name,
  );
  const pair = module.pairs.find(
    ({ key, line }) => textIn(key) === 'env_prefix' && config !== undefined && line >= config.line,
  );
  return byCall ?? textIn(inner?.value) ?? textIn(pair?.value) ?? '';
}

function fieldReads(field: Assignment, prefix: string, { path }: Module): readonly Read[] {
  const name = nameIn(field.target);
  if (!isVariable(name) || name.startsWith('_') || name === 'model_config') return [];
  if (field.annotation === undefined || /^(?:typing\.)?ClassVar\b/.test(field.annotation))
    return [];
  const call =
    field.value?.kind === 'call' && lastOf(calleeOf(field.value)) === 'Field'
      ? field.value
      : undefined;
  const named = call ? aliasesIn(call) : [];
  const place = { path, line: field.line };
  const fallback = call ? defaultIn(call) : field.value;
  const names = named.length > 0 ? named : [(prefix + name).toUpperCase()];
  return names.filter(isVariable).map((each) => readOf(each, fallback, place));
}

/** What `Field(env=…)`, `alias` or `validation_alias` name. */
const aliasesIn = ({ keywords }: Call): readonly string[] => {
  const alias = keywords.env ?? keywords.validation_alias ?? keywords.alias;
  return [...insideOf(alias)].flatMap((value) => textIn(value) ?? []);
};

/** The default of a field; `...` is none. */
const defaultIn = ({ args, keywords }: Call): Value | undefined => {
  const [first] = args;
  const given = first && !(first.kind === 'other' && first.parts.length === 0) ? first : undefined;
  return given ?? keywords.default ?? keywords.default_factory;
};
