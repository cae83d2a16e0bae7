import { ImagineError } from './errors.ts';
import type { Answers, Option, Row, Stack } from './types.ts';

type Value = Answers[string];

/** Whether apps of a stack can have a row. Of code that is there, only the language decides. */
export const suits = (row: Row, stack: Stack, existing: boolean): boolean =>
  (row.language ?? stack.language.name) === stack.language.name &&
  (existing || !row.stacks || stack.name in row.stacks);

/** Refuses a row that the stack's apps can't have, by the names of both options and what can be. */
export function checkStack(
  options: readonly Option[],
  answers: Readonly<Record<string, Value>>,
  stack: Stack,
  existing: boolean,
): void {
  for (const option of options) {
    const row = chosenRows(option, answers).find((each) => !suits(each, stack, existing));
    if (!row) continue;
    const can = option.rows?.filter((each) => suits(each, stack, existing)) ?? [];
    const names = [...can.map(({ name }) => name), ...(option.none === true ? ['none'] : [])];
    throw new ImagineError(
      `--${option.name} ${row.name} does not go with --stack ${stack.name}: ${names.join(', ')}`,
    );
  }
}

/** A default that another answer rules out goes silently; an explicit one is an error. */
export function dropUnfit(
  options: readonly Option[],
  answers: Readonly<Record<string, Value>>,
  explicit: ReadonlySet<string>,
): Answers {
  const kept: Record<string, Value> = { ...answers };
  for (const option of options) {
    for (const row of chosenRows(option, answers)) {
      const missing = row.requires?.find((need) => !holds(need, kept));
      if (missing === undefined) continue;
      if (explicit.has(option.name)) throw unfit(option, row, missing);
      kept[option.name] = without(kept[option.name] as Value, row.name);
    }
  }
  return kept;
}

const without = (value: Value, name: string): Value =>
  Array.isArray(value) ? value.filter((each) => each !== name) : 'none';

/** `api=rest`: that value is chosen; `database!=none`: something is. */
function holds(need: string, answers: Readonly<Record<string, Value>>): boolean {
  const [, option = '', not, value = ''] = /^([\w-]+)(!?)=(\S+)$/.exec(need) ?? [];
  const found = answers[option];
  const equal = Array.isArray(found) ? found.includes(value) : found === value;
  return not ? !equal : equal;
}

function unfit(option: Option, row: Row, need: string): ImagineError {
  const [, other = '', not, value = ''] = /^([\w-]+)(!?)=(\S+)$/.exec(need) ?? [];
  const way = not ? `--${other} other than ${value}` : `--${other} ${value}`;
  return new ImagineError(`--${option.name} ${row.name} needs ${way}`);
}

/** The rows of an option that the answers choose, in the catalog's order. */
export function chosenRows(
  option: Option,
  answers: Readonly<Record<string, Value>>,
): readonly Row[] {
  const value = answers[option.name];
  const names = Array.isArray(value) ? value : [value];
  return option.rows?.filter(({ name }) => names.includes(name)) ?? [];
}
