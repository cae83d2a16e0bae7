import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { scratch } from '../process.ts';
import { fixtures, readFolder, run, type Texts } from '../run.ts';
import { write } from './support.ts';

const packages = join(import.meta.dirname, '../../node_modules');
const prettier = [join(packages, 'prettier/bin/prettier.cjs'), '--log-level=warn'];
const biome = [join(packages, '@biomejs/biome/bin/biome')];

interface Set {
  /** What the project says of its format. */
  readonly settings: Texts;
  readonly write: readonly string[];
  readonly check: readonly string[];
}

const byPrettier = (settings: Texts): Set => ({
  settings,
  write: [...prettier, '--write', '.'],
  check: [...prettier, '--check', '.'],
});
const byBiome = (settings: object): Set => ({
  settings: { 'biome.json': JSON.stringify({ root: false, ...settings }) },
  write: [...biome, 'format', '--write', '.'],
  check: [...biome, 'format', '.'],
});

const sets: Readonly<Record<string, Set>> = {
  "Prettier's own defaults": byPrettier({ '.prettierrc': '{}\n' }),
  'Prettier by JSON: tabs, no semicolons, long lines': byPrettier({
    '.prettierrc.json':
      '{ "useTabs": true, "singleQuote": true, "semi": false, "printWidth": 100, "trailingComma": "none" }\n',
  }),
  'Prettier by a module, in short lines': byPrettier({
    '.prettierrc.cjs':
      "const width = 60;\nmodule.exports = { singleQuote: true, printWidth: width, tabWidth: 4, arrowParens: 'avoid', bracketSpacing: false, proseWrap: 'always' };\n",
  }),
  'Prettier by YAML and .editorconfig, with an override': byPrettier({
    '.editorconfig':
      'root = true\n[*]\nindent_style = space\nindent_size = 4\nmax_line_length = 120\n[*.{yml,yaml,md}]\nindent_size = 2\n',
    '.prettierrc': 'overrides:\n  - files: "*.{ts,js}"\n    options:\n      singleQuote: true\n',
  }),
  'Prettier by TOML': byPrettier({
    '.prettierrc.toml': 'quoteProps = "consistent"\nsemi = false\n',
  }),
  "Biome's own defaults": byBiome({}),
  'Biome: spaces, long lines, as few semicolons as can be': byBiome({
    formatter: { indentStyle: 'space', lineWidth: 100 },
    javascript: { formatter: { quoteStyle: 'single', semicolons: 'asNeeded' } },
    overrides: [{ includes: ['**/*.json'], json: { formatter: { indentWidth: 4 } } }],
  }),
};

const projects = [
  'express-bare',
  'express-typescript',
  'node-fastify-drizzle',
  'node-nest-typeorm',
];
const options = {
  database: 'postgresql',
  cache: 'redis',
  monitoring: 'prometheus',
  dashboards: 'swagger,graphiql',
};

/** A tool over a folder, which each project of it has settings in. */
function ran(words: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd, encoding: 'utf8' });
  return status === 0 ? '' : `${stdout}${stderr}`;
}

/** The projects, each in its own folder, as their formatter prints them. */
function printed(root: string, { settings, write: words }: Set): Readonly<Record<string, Texts>> {
  if (settings['biome.json']) write(root, { 'biome.json': '{}\n' });
  for (const name of projects) write(join(root, name), { ...fixtures[name], ...settings });
  expect(ran(words, root)).toBe('');
  return Object.fromEntries(projects.map((name) => [name, readFolder(join(root, name))]));
}

test.each(Object.entries(sets))(
  'what is printed by the own formatter stays so: %s',
  async (_, set) => {
    const { path: root, remove } = scratch();
    try {
      for (const [name, before] of Object.entries(printed(root, set))) {
        const after = await run(before, 'app', options);
        expect(Object.keys(after).length).toBeGreaterThan(Object.keys(before).length + 8);
        expect(await run(after, 'app')).toEqual(after);
        write(join(root, name), after);
      }
      expect(ran(set.check, root)).toBe('');
    } finally {
      remove();
    }
  },
  60_000,
);
