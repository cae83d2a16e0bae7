import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { choices, titleOf } from '../laws/choices.ts';
import type { Choice } from '../pairs.ts';
import { run as make } from '../run.ts';
import { lastLines, run } from '../validators/command.ts';
import { type Row, report, row } from '../validators/rows.ts';

/** What must hold for every choice: style and types. */
const commands: readonly (readonly string[])[] = [
  ['biome', 'check'],
  ['tsc'],
  ['biome', 'check', '--config-path=biome.quality.json'],
];

/** Each API by itself: the others' tests must not lean on it. */
const alone: readonly Choice[] = ['rest', 'graphql', 'none'].map((api) => ({
  api,
  database: 'sqlite',
  cache: 'none',
  dashboards: 'none',
}));

const tests = ['node', '--import', './test/environment.ts', '--test', 'test/**/*.test.ts'];

/** Makes the app of a choice beside packages that are installed, and looks at it. */
async function check(
  choice: Choice,
  installed: string,
  wanted: readonly (readonly string[])[],
): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'imagine-choice-'));
  try {
    for (const [path, text] of Object.entries(await make({}, 'app', { name: 'shop', ...choice }))) {
      await mkdir(join(folder, dirname(path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await symlink(join(installed, 'node_modules'), join(folder, 'node_modules'));
    const PATH = [
      join(installed, 'node_modules/.bin'),
      dirname(process.execPath),
      process.env.PATH,
    ];
    const env = { ...process.env, NODE_ENV: undefined, PATH: PATH.join(':') };
    for (const [program = '', ...words] of wanted) {
      const { code, stdout, stderr } = await run(program, words, { cwd: folder, env, limit: 300 });
      const said = `${[program, ...words].join(' ')}\n${lastLines(stdout + stderr, 20)}`;
      if (code !== 0) return row(titleOf(choice), false, said);
    }
    return row(titleOf(choice), true, '');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const [installed, ...words] = process.argv.slice(2);
if (installed === undefined) {
  console.error('usage: check-choices.ts <installed app with every option> [word of a choice...]');
  process.exit(2);
}
const rows: Row[] = [];
const named = (choice: Choice): boolean => words.every((word) => titleOf(choice).includes(word));
for (const choice of choices.filter(named))
  rows.push(await check(choice, resolve(installed), commands));
for (const choice of alone.filter(named)) {
  rows.push(await check(choice, resolve(installed), [...commands, tests]));
}
process.exitCode = report(rows);
