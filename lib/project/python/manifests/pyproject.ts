import { lineOf } from '../../lines.ts';
import { lineMatching } from '../text.ts';
import { normalise, parseRequirement, type Requirement } from './requirement.ts';
import { type Table, type Toml, tableAt, textsAt } from './toml.ts';

/** What pyproject.toml asks for, in every dialect: PEP 621, groups, poetry's, pdm's, uv's tables. */
export function pyprojectRequirements(toml: Toml): readonly Requirement[] {
  const { table } = toml;
  const lists = [
    ...textsAt(table, 'project', 'dependencies').map((line) => ({ line, dev: false })),
    ...grouped(table, ['project', 'optional-dependencies'], true),
    ...grouped(table, ['dependency-groups'], true),
    ...grouped(table, ['tool', 'pdm', 'dev-dependencies'], true),
    ...textsAt(table, 'tool', 'uv', 'dev-dependencies').map((line) => ({ line, dev: true })),
  ];
  return [
    ...lists.flatMap(({ line, dev }) => {
      const found = parseRequirement(line);
      return found ? [{ ...found, dev, file: toml.path, line: lineOf(toml.text, line) }] : [];
    }),
    ...poetryRequirements(toml),
  ];
}

const production = /^(?:main|prod|production|server|standard|all|web|deploy)$/;

const grouped = (table: Table, path: readonly string[], dev: boolean) =>
  Object.keys(tableAt(table, ...path)).flatMap((group) =>
    textsAt(table, ...path, group).map((line) => ({ line, dev: dev && !production.test(group) })),
  );

/** Poetry's own tables: `[tool.poetry.dependencies]`, its groups, and its older dev-dependencies. */
function poetryRequirements(toml: Toml): readonly Requirement[] {
  const poetry = tableAt(toml.table, 'tool', 'poetry');
  const groups = Object.keys(tableAt(poetry, 'group'));
  return [
    ...keyed(toml, tableAt(poetry, 'dependencies'), false),
    ...keyed(toml, tableAt(poetry, 'dev-dependencies'), true),
    ...groups.flatMap((group) =>
      keyed(toml, tableAt(poetry, 'group', group, 'dependencies'), !production.test(group)),
    ),
  ];
}

/** Requirements written as `name = "specifier"` or `name = { version = …, extras = […] }`. */
export const keyed = (toml: Toml, table: Table, dev: boolean): readonly Requirement[] =>
  Object.entries(table)
    .filter(([name]) => normalise(name) !== 'python')
    .map(([name, value]) => {
      const inner = tableAt({ value }, 'value');
      const version = typeof value === 'string' ? value : inner.version;
      return {
        name: normalise(name),
        extras: textsAt(inner, 'extras').map(normalise),
        specifier: typeof version === 'string' && version !== '*' ? version : '',
        dev,
        file: toml.path,
        line: lineMatching(toml.text, keyPattern(name)),
      };
    });

const keyPattern = (name: string): RegExp =>
  new RegExp(`^\\s*["']?${name.replaceAll(/[^\w-]/g, '\\$&')}["']?\\s*[=.]`);
