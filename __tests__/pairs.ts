import { concerns } from '../generators/concerns.ts';
import { suits } from '../lib/fitting.ts';
import { optionsOf, valuesOf } from '../lib/options.ts';
import type { Option, Stack } from '../lib/types.ts';

/** A choice of values, one an option. */
export type Choice = Readonly<Record<string, string>>;

/** Values by option. */
export type Menus = Readonly<Record<string, readonly string[]>>;

/** Every option that has a menu, with the values of a new app of a stack; several are one more. */
export const menusOf = (stack: Stack): Menus =>
  Object.fromEntries(
    optionsOf(concerns)
      .filter(({ name }) => name !== 'stack')
      .map((option) => ({
        ...option,
        rows: option.rows?.filter((row) => suits(row, stack, false)),
      }))
      .map((option) => [option.name, valuesIn(option as Option)] as const)
      .filter(([, values]) => values.length > 1),
  );

function valuesIn(option: Option): readonly string[] {
  const values = valuesOf(option.none === 'existing' ? { ...option, none: false } : option);
  const rows = values.filter((value) => value !== 'none');
  return option.kind === 'many' && rows.length > 1 ? [...values, rows.join(',')] : values;
}

/** Choices in which every pair of values of two options stands at least once: greedy all-pairs. */
export function allPairs(table: Menus): Choice[] {
  const names = Object.keys(table);
  const open = new Set<string>();
  for (const [i, a] of names.entries()) {
    for (const b of names.slice(i + 1)) {
      for (const x of table[a] ?? []) for (const y of table[b] ?? []) open.add(pair(a, x, b, y));
    }
  }
  const choices: Choice[] = [];
  while (open.size > 0) {
    const choice = complete(names, table, open);
    for (const covered of pairsOf(names, choice)) open.delete(covered);
    choices.push(choice);
  }
  return choices;
}

const pair = (a: string, x: string, b: string, y: string): string => [a, x, b, y].join('\n');

const pairsOf = (names: readonly string[], choice: Choice): string[] =>
  names.flatMap((a, i) =>
    names.slice(i + 1).map((b) => pair(a, choice[a] ?? '', b, choice[b] ?? '')),
  );

/** Starts at an open pair, then takes for each option the value that closes the most. */
function complete(names: readonly string[], table: Menus, open: ReadonlySet<string>): Choice {
  const [a = '', x = '', b = '', y = ''] = ([...open][0] ?? '').split('\n');
  const choice: Record<string, string> = { [a]: x, [b]: y };
  for (const name of names.filter((each) => choice[each] === undefined)) {
    const gain = (value: string): number =>
      pairsOf(names, { ...choice, [name]: value }).filter((each) => open.has(each)).length;
    const values = table[name] ?? [];
    choice[name] = values.reduce(
      (best, value) => (gain(value) > gain(best) ? value : best),
      values[0] ?? '',
    );
  }
  return choice;
}

/** A choice that every value can live in: what a value needs is chosen, at its widest. */
export function repair(
  choice: Choice,
  menus: Menus,
  needs: (choice: Choice) => string | undefined,
): Choice {
  const message = needs(choice);
  const [, option, value] = /needs --(\S+) (?:other than )?(\S+)$/.exec(message ?? '') ?? [];
  if (message === undefined || !option || !value) return choice;
  const other = message.includes('other than');
  const fitting = (menus[option] ?? []).filter((each) =>
    other ? each !== value : each.split(',').includes(value),
  );
  return repair({ ...choice, [option]: fitting.at(-1) ?? '' }, menus, needs);
}
