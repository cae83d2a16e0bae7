import { ImagineError } from './errors.ts';
import { checkStack, dropUnfit, suits } from './fitting.ts';
import { checkName, parseValue } from './options.ts';
import { stacks } from './stacks/catalog.ts';
import { stackIn } from './stacks/choose.ts';
import type { Answers, Facts, Files, Option, Row, Stack } from './types.ts';

/** Where answers come from; the earlier source wins. */
export interface Sources {
  /** From the command line, then from `--answers`; still as the user wrote them. */
  readonly given: Readonly<Record<string, unknown>>;
  /** From `.yo-rc.json`. */
  readonly stored: Answers;
  /** What the project's own files say. */
  readonly facts: Facts;
  /** The directory's name, from which the app's is made. */
  readonly directory: string;
  readonly existing: boolean;
  /** The files as the user has them. */
  readonly theirs: Files;
}

type Value = string | number | readonly string[];

/** Completes the answers to every option; the asked values come in `asked`. */
export function settle(
  options: readonly Option[],
  sources: Sources,
  asked: Readonly<Record<string, Value>> = {},
): Answers {
  const explicit = explicitOf(options, sources, asked);
  const stack = stackIn(explicit.stack, sources);
  const complete: Record<string, Value> = {};
  for (const option of options) {
    complete[option.name] = explicit[option.name] ?? initial(option, sources, stack);
  }
  if (!stacks.includes(stack)) delete complete.stack;
  checkName(String(complete.name));
  if (!sources.existing) for (const option of options) checkNone(option, complete[option.name]);
  checkStack(options, complete, stack, sources.existing);
  // What rows need of each other, they need of the sample; code that is there is looked at.
  if (sources.existing) return complete;
  // What an earlier run kept gives way to what is said now.
  return dropUnfit(options, complete, new Set(Object.keys({ ...sources.given, ...asked })));
}

/** The answers that somebody gave, checked: now, in a file, or in an earlier run. */
function explicitOf(
  options: readonly Option[],
  { given, stored }: Sources,
  asked: Readonly<Record<string, Value>>,
): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const option of options) {
    const value = given[option.name] ?? asked[option.name] ?? stored[option.name];
    if (value !== undefined) values[option.name] = parseValue(option, emptyAsNone(value));
  }
  return values;
}

const emptyAsNone = (value: unknown): unknown =>
  Array.isArray(value) && value.length === 0 ? 'none' : value;

/** What the project's files answer to an option. */
function defaultOf(name: string, { facts, directory }: Sources): Value | undefined {
  const found: Record<string, Value | undefined> = {
    name: nameFrom(directory),
    stack: facts.stack?.value,
    'package-manager': facts.packageManager?.value,
    port: facts.port?.value,
  };
  return found[name];
}

/** What of an option's menu is attached already: the foremost service, or all where several can be. */
function attached(kind: Option['kind'], rows: readonly Row[], { facts }: Sources) {
  const services = facts.services?.value ?? [];
  const found = rows.map(({ name }) => name).filter((name) => services.includes(name));
  if (kind === 'many') return found.length > 0 ? found : undefined;
  return services.find((service) => found.includes(service));
}

/** A directory's name as a valid name: lower case and dashes; `app` where nothing is left. */
export const nameFrom = (directory: string): string =>
  directory
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 64)
    .replace(/-+$/, '') || 'app';

function initial(option: Option, sources: Sources, stack: Stack): Value {
  const rows = option.rows?.filter((row) => suits(row, stack, sources.existing));
  const found = defaultOf(option.name, sources);
  if (found !== undefined && (!rows || rows.some(({ name }) => name === found))) return found;
  const there = attached(option.kind, rows ?? [], sources);
  if (there !== undefined) return there;
  if (option.name === 'port') return stack.port;
  const { retrofit } = option;
  if (sources.existing && retrofit !== undefined)
    return typeof retrofit === 'function'
      ? inOrder(retrofit(sources.theirs), rows ?? [])
      : retrofit;
  const own = stack.defaults?.[option.name];
  if (own !== undefined) return own;
  if (option.initial) return option.initial(stack);
  if (option.kind === 'many') return [];
  return option.none ? 'none' : (rows?.[0]?.name ?? 'none');
}

/** As a second run reads them: in the order of the menu. */
const inOrder = (names: readonly string[], rows: readonly { readonly name: string }[]) =>
  rows.map(({ name }) => name).filter((name) => names.includes(name));

function checkNone({ name, none, rows = [] }: Option, value: Value | undefined): void {
  if (none !== 'existing' || value !== 'none') return;
  const can = rows.map((row) => row.name).join(', ');
  throw new ImagineError(`--${name} none is for existing projects only; a new app can have ${can}`);
}
