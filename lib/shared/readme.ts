import { DocumentError } from '../documents/error.ts';
import { keyOf } from '../documents/markdown/table.ts';
import * as markdown from '../documents/markdown.ts';
import type { Declarations, Project, TableRow, TextEdit } from '../types.ts';
import { commandOrder } from './commands.ts';

/** The order of the sections, whoever writes them and whenever. */
export const headings = [
  ...['Quick start', 'Commands', 'Configuration', 'Addresses', 'Dashboards', 'Containers'],
  ...['Continuous integration', 'Your own resource', 'Remove the sample', 'Deployment'],
  'The twelve factors',
];

/** The sections that several concerns fill: what stands above the table, and its columns. */
const tables: Readonly<Record<string, { about: string; columns: readonly string[] }>> = {
  Commands: { about: 'What can be done, and how:', columns: ['Command', 'What it does'] },
  Configuration: {
    about: 'Everything that differs between deployments comes from the environment:',
    columns: ['Variable', 'Meaning', 'Required', 'Default'],
  },
  Addresses: { about: 'What the processes answer:', columns: ['Address', 'What'] },
  'The twelve factors': {
    about: 'Which file keeps which of the [twelve factors](https://12factor.net):',
    columns: ['Factor', 'How', 'Where'],
  },
};

/** The edits that give README.md what was declared: sections in order, and rows in their tables. */
export function readmeEdits(
  { name, manager }: Project,
  all: Declarations,
  text: (template: string) => string,
): readonly TextEdit[] {
  const declared = [...(all.rows ?? []), ...commandRows(all, manager.run), ...variableRows(all)];
  const rows = declared.sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1));
  const sections = (all.sections ?? []).map(
    ({ heading, template }): TextEdit =>
      (readme) =>
        addSection(readme, heading, () => text(template)),
  );
  const grouped = Object.keys(tables).map((heading) =>
    rows.filter((row) => row.heading === heading),
  );
  if (sections.length === 0 && rows.length === 0) return [];
  const bodies = () => ({
    ...Object.fromEntries(
      (all.sections ?? []).map(({ heading, template }) => [heading, text(template)]),
    ),
    ...Object.fromEntries(
      grouped.flatMap((group) =>
        group.slice(0, 1).map(({ heading }) => [heading, tableText(heading, group)]),
      ),
    ),
  });
  return [
    (readme) => (readme.trim() === '' ? composed(name, bodies()) : readme),
    ...sections,
    ...grouped.filter((group) => group.length > 0).flatMap(tableEdits),
  ];
}

/** The whole README.md at once, where there is none: the edits find all in its place. */
function composed(name: string, bodies: Readonly<Record<string, string>>): string {
  const sections = headings
    .filter((heading) => heading in bodies)
    .map((heading) => `## ${heading}\n\n${bodies[heading]?.trim()}\n`);
  return [`# ${name}\n`, ...sections].join('\n');
}

/** A table that is not there comes whole; one that is there gets the rows that it lacks. */
const tableEdits = (rows: readonly TableRow[]): readonly TextEdit[] => [
  (readme) => {
    const heading = rows[0]?.heading ?? '';
    return addSection(readme, heading, () => tableText(heading, rows));
  },
  ...rows.map(
    (row): TextEdit =>
      (readme) =>
        addRow(readme, row, rows),
  ),
];

function addSection(readme: string, heading: string, body: () => string): string {
  if (readme.includes(`\n## ${heading}\n`)) return readme;
  return markdown.addSection(readme, { heading, body: body() }, { order: headings });
}

function tableText(heading: string, rows: readonly TableRow[]): string {
  const { about = '', columns = [] } = tables[heading] ?? {};
  const lines = [
    columns,
    columns.map(() => '---'),
    ...rows.map(({ key, cells }) => [key, ...cells]),
  ];
  return [about, '', ...lines.map(tableLine)].join('\n');
}

const tableLine = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A section of the user's without such a table stays as it is. */
function addRow(
  readme: string,
  { heading, key, cells }: TableRow,
  rows: readonly TableRow[],
): string {
  if (readme.includes(`\n| ${key} |`)) return readme;
  const order = rows.map((row) => keyOf([row.key]));
  try {
    return markdown.addRow(readme, { heading, cells: [key, ...cells] }, { order });
  } catch (error) {
    if (error instanceof DocumentError) return readme;
    throw error;
  }
}

const commandRows = ({ commands = [] }: Declarations, run: (name: string) => string): TableRow[] =>
  commands.map(({ name, about }) => ({
    heading: 'Commands',
    key: `\`${run(name)}\``,
    cells: [about],
    rank: commandOrder.indexOf(name),
  }));

const variableRows = ({ variables = [] }: Declarations): TableRow[] =>
  variables.map(({ name, about, required, fallback }) => ({
    heading: 'Configuration',
    key: `\`${name}\``,
    cells: [about, required ?? 'no', fallback ?? 'none'],
    rank: 0,
  }));
