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
  settingsIn(modules).flatMap((settings) => {
    const prefix = configured(settings, 'env_prefix') ?? '';
    const delimiter = configured(settings, 'env_nested_delimiter');
    return fieldsOf(settings).flatMap((field) => {
      const model = modelOf(field, modules);
      if (!model) return fieldReads(field, prefix, settings.module);
      // Without a delimiter the field is one text of JSON, or settings that read names of their own.
      return delimiter === undefined
        ? []
        : nestedReads(field, model, { prefix, delimiter, modules });
    });
  });

/** The assignments in the body of a class. */
const fieldsOf = ({ module, class: { name } }: Settings): readonly Assignment[] =>
  module.assignments.filter(({ scope }) => scope.kind === 'class' && scope.name === name);

/** A text of `model_config`, or of the class `Config` inside. */
function configured(settings: Settings, option: string): string | undefined {
  const { module, class: own } = settings;
  const config = fieldsOf(settings).find(({ target }) => nameIn(target) === 'model_config')?.value;
  const byCall = config?.kind === 'call' ? textIn(config.keywords[option]) : undefined;
  const inner = module.assignments.find(
    ({ target, scope }) =>
      nameIn(target) === option && scope.kind === 'class' && scope.above?.name === own.name,
  );
  const pair = module.pairs.find(
    ({ key, line }) => textIn(key) === option && config !== undefined && line >= config.line,
  );
  return byCall ?? textIn(inner?.value) ?? textIn(pair?.value);
}

/** The class of the project's own that a field holds: a model, or settings. */
function modelOf({ annotation = '' }: Assignment, modules: readonly Module[]) {
  const held = /^(?:(?:typing\.)?Optional\[)?(?:\w+\.)*(\w+)/.exec(annotation)?.[1];
  for (const module of modules) {
    const found = module.classes.find(({ name, bases }) => name === held && isModel(bases));
    if (found) return { module, class: found };
  }
  return undefined;
}

const isModel = (bases: readonly Value[]): boolean =>
  bases.some((base) => /(?:^|\.)\w*(?:BaseModel|BaseSettings|Settings)$/.test(nameIn(base) ?? ''));

interface Nesting {
  readonly prefix: string;
  readonly delimiter: string;
  readonly modules: readonly Module[];
}

/** `DATABASE__HOST`: the fields of a model that a field holds. */
function nestedReads(field: Assignment, model: Settings, nesting: Nesting): readonly Read[] {
  const { prefix, delimiter, modules } = nesting;
  const within = `${prefix}${nameIn(field.target) ?? ''}${delimiter}`;
  return fieldsOf(model).flatMap((each) => {
    const next = modelOf(each, modules);
    return next && next.class !== model.class
      ? nestedReads(each, next, { ...nesting, prefix: within })
      : fieldReads(each, within, model.module);
  });
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
  const spared = fallback !== undefined;
  return names.filter(isVariable).map((each) => ({ ...readOf(each, fallback, place), spared }));
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
