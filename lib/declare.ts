import { acceptable } from './retrofit/strict.ts';
import type { Concern, Declarations, Project, Row } from './types.ts';
import { oneEach } from './variables.ts';

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
    files: list('files'),
    splices: list('splices'),
    inspections: list('inspections'),
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
  const all = combine([
    managerOf(project),
    ...ran.flatMap((concern) => [
      concern.declare(project),
      ...rowsOf(concern, project).flatMap((row) =>
        project.existing
          ? [retrofitOf(row, project, usual(concern, project))]
          : declarationsOf(row, project.stack.name),
      ),
    ]),
  ]);
  const words = concerns.flatMap((concern) => rowsOf(concern, project));
  const variables = oneEach(
    all.variables,
    words.flatMap(({ variables = [] }) => variables),
  );
  const { variables: kept, notes } = acceptable(project, variables);
  return { ...all, variables: kept, notes: [...all.notes, ...notes] };
}

const rowsOf = ({ options }: Concern, { chosen }: Project): readonly Row[] =>
  options.flatMap(({ name }) => chosen[name] ?? []);

/** The rows that a project has without anybody's choice: the first of a menu that has no `none`. */
const usual = ({ options }: Concern, { stack }: Project): readonly Row[] =>
  options.flatMap(({ name, none, rows = [] }) => {
    const own = rows.filter(({ language }) => !language || language === stack.language.name);
    const initial = stack.defaults?.[name];
    return none ? [] : own.filter((row, index) => index === 0 || row.name === initial);
  });

/** What a row brings to code that is there; what is attached already is the user's. */
function retrofitOf(row: Row, project: Project, usual: readonly Row[]): Declarations {
  const { facts, stack } = project;
  if (facts.services?.value.includes(row.name)) return {};
  const brings = row.existing?.[stack.language.name];
  if (!brings) return usual.includes(row) ? {} : told(row, project);
  const brought = brings(project);
  const { variables = [], rows = [], lines = [] } = row;
  return brought.dependencies ? combine([{ variables, rows, lines }, brought]) : brought;
}

/** What a row asks of code that it can't come to by itself. */
function told(row: Row, { stack }: Project): Declarations {
  const [first] = row.variables ?? [];
  const all = row.stacks?.[stack.name]?.dependencies ?? [];
  const clients = all.filter(({ dev }) => !dev).map(({ name }) => name);
  const parts = [...clients, ...(first ? [first.name] : [])];
  const add = parts.length > 0 ? `: add ${parts.join(' and ')}` : '';
  const message = `${row.title} is left to you${add}`;
  return { notes: [{ file: stack.language.manifest, message }] };
}

/** An existing project has its manager's settings already. */
const managerOf = ({ existing, manager }: Project): Declarations =>
  existing ? { lines: manager.lines ?? [] } : manager;
