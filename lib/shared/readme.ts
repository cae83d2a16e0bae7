import * as markdown from '../documents/markdown.ts';
import type { Declarations, Project, TableRow, TextEdit } from '../types.ts';

/** The order of the sections, whoever writes them and whenever. */
export const headings = [
  ...['Quick start', 'Commands', 'Configuration', 'Addresses', 'Your own resource'],
  ...['Remove the sample', 'Backing services', 'Containers', 'Continuous integration'],
  ...['Dashboards', 'Deployment', 'The twelve factors'],
];

const tables: Readonly<Record<string, readonly string[]>> = {
  Commands: ['Command', 'What it does'],
  Configuration: ['Variable', 'Meaning', 'Required', 'Default'],
  Addresses: ['Address', 'What'],
  'The twelve factors': ['Factor', 'How', 'Where'],
};

/** The edits that give README.md what was declared: sections in order, and rows in their tables. */
export function readmeEdits(
  { name, manager }: Project,
  all: Declarations,
  text: (template: string) => string,
): readonly TextEdit[] {
  const rows = [...(all.rows ?? []), ...commandRows(all, manager.run), ...variableRows(all)];
  const sorted = [...rows].sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1));
  return [
    (readme) => (readme.trim() === '' ? `# ${name}\n` : readme),
    ...(all.sections ?? []).map(
      ({ heading, template }): TextEdit =>
        (readme) =>
          markdown.addSection(readme, { heading, body: text(template), order: headings }),
    ),
    ...[...new Set(sorted.map(({ heading }) => heading))].map(
      (heading): TextEdit =>
        (readme) =>
          markdown.addSection(readme, { heading, body: '', order: headings }),
    ),
    ...sorted.map(
      (row): TextEdit =>
        (readme) =>
          addRow(readme, row, sorted),
    ),
  ];
}

const addRow = (readme: string, row: TableRow, all: readonly TableRow[]): string =>
  markdown.addRow(readme, {
    heading: row.heading,
    header: tables[row.heading] ?? [],
    cells: [row.key, ...row.cells],
    order: all.filter(({ heading }) => heading === row.heading).map(({ key }) => key),
  });

const commandRows = ({ commands = [] }: Declarations, run: (name: string) => string): TableRow[] =>
  commands.map(({ name, about }, rank) => ({
    heading: 'Commands',
    key: `\`${run(name)}\``,
    cells: [about],
    rank: commandRank(name) ?? 100 + rank,
  }));

const ranked = ['setup', 'services', 'dev', 'build', 'release', 'start', 'start:admin', 'manage'];
const commandRank = (name: string): number | undefined =>
  ranked.includes(name) ? ranked.indexOf(name) : undefined;

const variableRows = ({ variables = [] }: Declarations): TableRow[] =>
  variables.map(({ name, about, required, fallback }) => ({
    heading: 'Configuration',
    key: `\`${name}\``,
    cells: [about, required ?? 'no', fallback ?? ''],
    rank: 0,
  }));
