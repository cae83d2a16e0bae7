import type { Orders } from '../../documents/order.ts';
import * as toml from '../../documents/toml.ts';
import type { FindHomes, Home } from './homes.ts';
import { normalised, type Requirement } from './requirement.ts';

const main = ['tool', 'poetry', 'dependencies'];
const groups = [
  ['tool', 'poetry', 'group', 'dev', 'dependencies'],
  ['tool', 'poetry', 'dev-dependencies'],
];

/** Poetry's own tables, where `[project]` lists no dependencies. */
export const poetry: FindHomes = (files) => {
  const text = files.read('pyproject.toml');
  if (text === undefined || toml.get(text, main) === undefined) return undefined;
  if (toml.get(text, ['project', 'dependencies']) !== undefined) return undefined;
  const group = groups.find((each) => toml.get(text, each) !== undefined) ?? groups[0];
  return {
    main: tableAt('pyproject.toml', main),
    development: tableAt('pyproject.toml', group ?? main),
  };
};

/** A table of a file whose keys are packages: `redis = ">=8,<9"`. `order`: of the file's tables. */
export const tableAt = (path: string, place: readonly string[], order: Orders = {}): Home => {
  const ranges = (text: string) => rangesIn(toml.get(text, place));
  return {
    path,
    ranges,
    add: (text, requirement) => {
      const { name } = requirement;
      const spec = specOf(requirement);
      if (normalised(name) in ranges(text)) return text;
      // A table that is not there gets a header of its own.
      if (toml.get(text, place) === undefined)
        return toml.add(text, place, { [name]: spec }, { order });
      return toml.add(text, [...place, name], spec, { inline: true });
    },
  };
};

const specOf = ({ range, extras = [] }: Requirement): unknown =>
  extras.length > 0 ? { extras, version: range } : range;

/** A version, or a table that may have one. */
function rangesIn(table: unknown): Record<string, string> {
  const all = typeof table === 'object' && table !== null ? Object.entries(table) : [];
  return Object.fromEntries(
    all.map(([name, value]) => [normalised(name), String(value?.version ?? value)]),
  );
}
