import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { servers } from '../../generators/processes/servers/catalog.ts';
import { choices, titleOf } from '../laws/choices.ts';
import type { Choice } from '../pairs.ts';
import { run as make } from '../run.ts';
import { lastLines, must, run } from '../validators/command.ts';
import { type Row, report, row } from '../validators/rows.ts';

/** How the apps of a stack are looked at. */
interface Looks {
  /** The folder with what is installed, and where its programs are. */
  readonly installed: string;
  readonly programs: string;
  /** What must hold for every choice: style and types. */
  readonly commands: readonly (readonly string[])[];
  readonly tests: readonly string[];
  /** What an app can't have all at once: its words install it for the choices. */
  readonly more?: readonly string[];
  readonly variables: NodeJS.ProcessEnv;
}

/** The packages of all server containers of a stack. */
function serversOf(stack: string): readonly string[] {
  const needed = servers.flatMap(({ stacks }) => stacks?.[stack]?.dependencies ?? []);
  return needed.map(({ name }) => name);
}

const looks: Readonly<Record<string, Looks>> = {
  express: {
    installed: 'node_modules',
    programs: 'node_modules/.bin',
    commands: [['biome', 'check'], ['tsc'], ['biome', 'check', '--config-path=biome.quality.json']],
    tests: ['node', '--import', './test/environment.ts', '--test', 'test/**/*.test.ts'],
    variables: { NODE_ENV: undefined },
  },
  django: {
    installed: '.venv',
    programs: '.venv/bin',
    commands: [
      ['ruff', 'check'],
      ['ruff', 'format', '--check'],
      ['mypy', '.'],
    ],
    tests: ['python', '-m', 'pytest'],
    more: [
      'python3.13',
      '-m',
      'pip',
      '--python',
      '.venv',
      'install',
      '--quiet',
      ...serversOf('django'),
    ],
    variables: { APP_ENV: undefined, APP_PROCESS: 'build' },
  },
};

/** Each API by itself: the others' tests must not lean on it. */
const alone = (stack: string): readonly Choice[] =>
  ['rest', 'graphql', 'none'].map((api) => ({
    stack,
    api,
    database: 'sqlite',
    cache: 'none',
    dashboards: 'none',
  }));

/** Makes the app of a choice beside packages that are installed, and looks at it. */
async function check(
  choice: Choice,
  from: string,
  { installed, programs, variables }: Looks,
  wanted: readonly (readonly string[])[],
): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'imagine-choice-'));
  try {
    for (const [path, text] of Object.entries(await make({}, 'app', { name: 'shop', ...choice }))) {
      await mkdir(join(folder, dirname(path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await symlink(join(from, installed), join(folder, installed));
    const PATH = [join(from, programs), dirname(process.execPath), process.env.PATH].join(':');
    // The services of the app under test are not those of each choice.
    const alone = { DATABASE_URL: undefined, REDIS_URL: undefined };
    const env = { ...process.env, ...alone, ...variables, PATH };
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

/** The stack that an app was made of. */
async function stackOf(app: string): Promise<string> {
  const stored = JSON.parse(await readFile(join(app, '.yo-rc.json'), 'utf8'));
  return stored['generator-imagine'].answers.stack;
}

const [installed, ...words] = process.argv.slice(2);
if (installed === undefined) {
  console.error('usage: check-choices.ts <installed app with every option> [word of a choice...]');
  process.exit(2);
}
const app = resolve(installed);
const stack = await stackOf(app);
const look = looks[stack];
if (!look) throw new Error(`nobody looks at ${stack}`);
const rows: Row[] = [];
const named = (choice: Choice): boolean =>
  choice.stack === stack && words.every((word) => titleOf(choice).includes(word));
const [program, ...rest] = look.more ?? [];
if (program) await must(program, rest, { cwd: app });
for (const choice of choices.filter(named))
  rows.push(await check(choice, app, look, look.commands));
for (const choice of alone(stack).filter(named)) {
  rows.push(await check(choice, app, look, [...look.commands, look.tests]));
}
process.exitCode = report(rows);
