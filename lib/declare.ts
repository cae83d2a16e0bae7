import type { Concern, Declarations, Project, Row } from './types.ts';

type Lists = { [K in keyof Declarations]-?: Declarations[K] };

/** Adds declarations up, in the given order; `manifest` is merged key by key. */
export function combine(parts: readonly Declarations[]): Lists {
  const list = <K extends keyof Declarations>(key: K): unknown[] =>
    parts.flatMap((part) => (part[key] as unknown[] | undefined) ?? []);
  return {
    variables: list('variables'),
    dependencies: list('dependencies'),
    commands: list('commands'),
    sections: list('sections'),
    rows: list('rows'),
    ignored: list('ignored'),
    lines: list('lines'),
    trees: list('trees'),
    notes: list('notes'),
    manifest: Object.assign({}, ...parts.map((part) => part.manifest ?? {})),
  } as Lists;
}

/** What one row brings to the apps of a stack. */
export const declarationsOf = (row: Row, stack: string): readonly Declarations[] => [
  row,
  row.stacks?.[stack] ?? {},
];

/** What all concerns that ran say together: their own words, their chosen rows', the manager's. */
export function declareAll(concerns: readonly Concern[], project: Project): Lists {
  const ran = concerns.filter(({ name }) => project.concerns.has(name));
  return combine([
    managerOf(project),
    ...ran.flatMap((concern) => [
      concern.declare(project),
      ...concern.options
        .flatMap(({ name }) => project.chosen[name] ?? [])
        .flatMap((row) =>
          project.existing ? [retrofitOf(row, project)] : declarationsOf(row, project.stack.name),
        ),
    ]),
  ]);
}

/** What a row asks of code that is there: it is told, for the code is the user's. */
function retrofitOf(row: Row, { facts, stack }: Project): Declarations {
  const [first] = row.variables ?? [];
  if (!first || facts.services?.value.includes(row.name)) return {};
  const all = row.stacks?.[stack.name]?.dependencies ?? [];
  const clients = all.filter(({ dev }) => !dev).map(({ name }) => name);
  const message = `${row.title} is left to you: add ${[...clients, first.name].join(' and ')}`;
  return { notes: [{ file: stack.language.manifest, message }] };
}

/** An existing project has its manager's settings already. */
const managerOf = ({ existing, manager }: Project): Declarations =>
  existing ? { lines: manager.lines ?? [] } : manager;
