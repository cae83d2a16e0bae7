import { parse } from 'yaml';
import { planOver, run, type Texts } from '../run.ts';

const express = {
  'src/server.js':
    "const express = require('express');\nconst app = express();\napp.get('/', (q, r) => r.send(process.env.DATABASE_URL));\napp.listen(process.env.PORT || 4000);\n",
};
const scripts = { start: 'node src/server.js', test: 'node --test' };

/** A project of Node's: its package.json with some more keys, and files beside it. */
const node = (more: object = {}, files: Texts = {}): Texts => ({
  ...express,
  'package.json': JSON.stringify({
    name: 'notes',
    scripts,
    dependencies: { express: '^5.0.0' },
    ...more,
  }),
  ...files,
});

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly on: { readonly push: { readonly branches: readonly string[] } };
  readonly jobs: {
    readonly check: {
      readonly services?: Readonly<
        Record<string, { readonly image: string; readonly env?: object }>
      >;
      readonly env?: Readonly<Record<string, string>>;
      readonly steps: readonly Step[];
    };
  };
}

const file = '.github/workflows/ci.yml';
const workflowOf = async (texts: Texts): Promise<Workflow> =>
  parse((await run(texts, 'ci'))[file] ?? '');
const stepsOf = async (texts: Texts): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    (await workflowOf(texts)).jobs.check.steps.map((step) => [
      step.name ?? step.uses?.split('@')[0],
      step.run ?? '',
    ]),
  );
const notesOf = async (texts: Texts, generator = 'ci'): Promise<readonly string[]> =>
  (await planOver(texts, generator)).notes.map(({ file: at, line, message }) =>
    [at, line, ` ${message}`].filter(Boolean).join(':'),
  );

const lock = (extra = ''): string => `{ "lockfileVersion": 3, "packages": {}${extra} }`;

/** What installs, by the files that a project has: CI must not take what the developers don't. */
const installs: readonly (readonly [string, Texts, string])[] = [
  ['npm with its lock file', node({}, { 'package-lock.json': lock() }), 'npm ci'],
  ['npm without one', node(), 'npm install'],
  [
    'npm with one that git ignores',
    node({}, { 'package-lock.json': lock(), '.gitignore': '/package-lock.json\n' }),
    'npm install',
  ],
  ['Yarn 1', node({}, { 'yarn.lock': '# yarn lockfile v1\n' }), 'yarn install --frozen-lockfile'],
  [
    'Yarn 4',
    node({ packageManager: 'yarn@4.5.0' }, { 'yarn.lock': '__metadata:\n  version: 8\n' }),
    'yarn install --immutable',
  ],
  [
    'pnpm',
    node({}, { 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" }),
    'pnpm install --frozen-lockfile',
  ],
];

test.each(installs)('%s is installed as it is locked', async (_, texts, command) => {
  expect((await stepsOf(texts)).Install).toBe(command);
});

test('only steps that exist, and what is missing is told', async () => {
  const texts = node();
  expect(Object.keys(await stepsOf(texts))).toEqual([
    ...['actions/checkout', 'actions/setup-node', 'Install', 'Test'],
  ]);
  const notes = await notesOf(texts);
  for (const missing of ['no lock file', 'no linter', 'coverage'])
    expect(notes.some((note) => note.includes(missing))).toBe(true);
});

test('lint, types and build come before the tests, which report their coverage where they can', async () => {
  const more = { lint: 'eslint .', typecheck: 'tsc --noEmit', build: 'tsc', test: 'jest' };
  const steps = await stepsOf(node({ scripts: { ...scripts, ...more } }));
  expect(Object.entries(steps).slice(3)).toEqual([
    ['Lint', 'npm run lint'],
    ['Check types', 'npm run typecheck'],
    ['Build', 'npm run build'],
    ['Test, with coverage', 'npm run test -- --coverage'],
  ]);
});

test.each([
  ['3.12', 'ubuntu-latest', 0],
  ['3.7', 'ubuntu-22.04', 0],
  ['3.6', 'ubuntu-22.04', 1],
])('Python %s runs on %s', async (version, machine, told) => {
  const texts = {
    '.python-version': `${version}\n`,
    'requirements.txt': 'flask\n',
    'app.py': 'from flask import Flask\n\napp = Flask(__name__)\n',
  };
  const after = await run(texts, 'ci');
  expect(after['.github/workflows/ci.yml']).toContain(`    runs-on: ${machine}\n`);
  const notes = await notesOf(texts);
  expect(notes.filter((note) => note.includes('no machine of GitHub'))).toHaveLength(told);
});

test('the runtime is that of the version file', async () => {
  const { jobs } = await workflowOf(node({}, { '.nvmrc': '22\n' }));
  const setup = jobs.check.steps.find(({ uses }) => uses?.startsWith('actions/setup-node'));
  expect(setup?.with).toEqual({ 'node-version-file': '.nvmrc' });
});

test('services are those of the code, as the compose file has them, under the names that the code reads', async () => {
  const compose =
    'services:\n  db:\n    image: postgres:15\n    environment:\n      - POSTGRES_PASSWORD=notes\n';
  const { jobs } = await workflowOf(
    node({ dependencies: { express: '^5.0.0', pg: '^8.0.0' } }, { 'docker-compose.yml': compose }),
  );
  expect(jobs.check.services?.postgres).toMatchObject({
    image: 'postgres:15',
    env: { POSTGRES_PASSWORD: 'notes' },
  });
  expect(jobs.check.env).toEqual({
    DATABASE_URL: 'postgresql://postgres:notes@127.0.0.1:5432/postgres',
  });
});

test("a password of the compose file stands in the workflow only where the project's own files name it", async () => {
  const password = 'w3-l0ve-c00kies#2023';
  const compose = `services:\n  db:\n    image: mysql:8\n    environment:\n      MYSQL_USER: shop\n      MYSQL_PASSWORD: "${password}"\n      MYSQL_ROOT_PASSWORD: "${password}"\n      MYSQL_DATABASE: shop\n`;
  const files = { 'docker-compose.yml': compose, 'README.md': password, '.env': password };
  const texts = node({ dependencies: { express: '^5.0.0', mysql2: '^3.0.0' } }, files);
  const { jobs } = await workflowOf(texts);
  expect(JSON.stringify(jobs)).not.toContain(password);
  expect(jobs.check.services?.mysql?.env).toMatchObject({
    MYSQL_USER: 'shop',
    MYSQL_PASSWORD: 'only-for-tests',
    MYSQL_ROOT_PASSWORD: 'only-for-tests',
  });
  const named = { ...texts, 'test/db.test.js': `connect({ password: '${password}' });\n` };
  const kept = await workflowOf(named);
  expect(kept.jobs.check.services?.mysql?.env).toMatchObject({ MYSQL_PASSWORD: password });
});

test('an address is spelt as the code expects it', async () => {
  const { jobs } = await workflowOf(
    node(
      { dependencies: { express: '^5.0.0', pg: '^8.0.0' } },
      { '.env.example': 'DATABASE_URL=postgres://localhost/notes\n' },
    ),
  );
  expect(jobs.check.env?.DATABASE_URL).toBe('postgres://app:app@127.0.0.1:5432/app');
});

const own = `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: npm install && npm test
`;

test('a workflow of the user stays, and what it lacks is told with its line', async () => {
  const texts = node(
    { scripts: { ...scripts, lint: 'eslint .' } },
    { '.github/workflows/test.yml': own, 'package-lock.json': lock() },
  );
  const after = await run(texts, 'ci');
  expect(after['.github/workflows/test.yml']).toBe(own);
  expect(after[file]).toBeUndefined();
  const notes = (await notesOf(texts)).filter((note) => note.startsWith('.github'));
  expect(notes.map((note) => note.replace(/`?,? .*$/, ''))).toEqual(
    expect.arrayContaining(['.github/workflows/test.yml:', '.github/workflows/test.yml:6:']),
  );
  for (const missing of [
    'has no step "Lint"',
    'by a tag',
    'token',
    'timeout-minutes',
    'concurrency',
    'pull_request',
    '`npm ci`',
  ])
    expect(notes.filter((note) => note.includes(missing))).toHaveLength(1);
});

test('a workflow that checks nothing does not stand in the way', async () => {
  const stale =
    'on: { schedule: [{ cron: "0 0 * * *" }] }\njobs: { stale: { runs-on: ubuntu-latest, steps: [] } }\n';
  expect(await run(node({}, { '.github/workflows/stale.yml': stale }), 'ci')).toHaveProperty([
    file,
  ]);
});

test('where another provider checks, nothing is written for this one', async () => {
  const texts = node(
    { scripts: { ...scripts, lint: 'eslint .' } },
    { '.gitlab-ci.yml': 'test:\n  script: npm test\n' },
  );
  const after = await run(texts, 'ci');
  expect(Object.keys(after).filter((path) => path.startsWith('.github'))).toEqual([]);
  expect(await notesOf(texts)).toContainEqual('.gitlab-ci.yml: has no step "Lint": `npm run lint`');
});

test('a broken workflow is bad input, with its place', async () => {
  const texts = node({}, { '.github/workflows/test.yml': `${own}  - broken: [\n` });
  await expect(run(texts, 'ci')).rejects.toThrow(/^\.github\/workflows\/test\.yml:\d+:\d+: /);
});

describe('dependabot', () => {
  const path = '.github/dependabot.yml';
  const ecosystems = (text = ''): readonly string[] =>
    parse(text).updates.map(
      (each: Record<string, string>) => `${each['package-ecosystem']} ${each.directory ?? '*'}`,
    );

  test('looks after what the project has', async () => {
    const after = await run(node({}, { Dockerfile: 'FROM node:24\n' }), 'ci');
    expect(ecosystems(after[path])).toEqual(['npm /', 'docker /', 'github-actions /']);
  });

  test('gets only the ecosystems that it lacks, behind its own', async () => {
    const mine =
      '# ours\nversion: 2\nupdates:\n    - package-ecosystem: "npm" # weekly\n      directories: ["/*"]\n      schedule: { interval: daily }\n';
    const after = await run(node({}, { [path]: mine.replace('/*', '/**') }), 'ci');
    expect(after[path]?.startsWith(mine.replace('/*', '/**').trimEnd())).toBe(true);
    expect(ecosystems(after[path])).toEqual(['npm *', 'github-actions /']);
  });

  test.each([
    ['renovate.json', '{}'],
    ['.github/renovate.json5', '{}'],
  ])('is not made beside %s', async (name, text) => {
    expect(await run(node({}, { [name]: text }), 'ci')).not.toHaveProperty([path]);
  });
});

test('.gitignore is matched by meaning', async () => {
  const mine =
    '/node_modules\n**/coverage/\nlogs\n*.lo?\n.idea\n.vscode/*\n*.pid\n.DS_Store\nThumbs.db\n*.sw?\n';
  expect((await run(node({}, { '.gitignore': mine }), 'ci'))['.gitignore']).toBe(mine);
});

test('neither a folder with files of the project nor those files are put into .gitignore', async () => {
  const mine = node({}, { 'tools/logs/sample.log': 'one line\n' });
  const { '.gitignore': once = '', ...rest } = await run(mine, 'ci');
  expect(once).toContain('*.pid');
  expect(once).not.toMatch(/^(?:logs\/|\*\.log)$/m);
  expect(await run({ '.gitignore': once, ...rest }, 'ci')).toEqual({ '.gitignore': once, ...rest });
});

test('a README that is not Markdown stays alone, and is told of', async () => {
  const texts = node({}, { 'README.rst': 'Notes\n=====\n' });
  const after = await run(texts, 'ci');
  expect(after['README.rst']).toBe('Notes\n=====\n');
  expect(after['README.md']).toBeUndefined();
  expect((await notesOf(texts)).filter((note) => note.startsWith('README.rst'))).toHaveLength(1);
});

test('a README whose last block is not closed stays alone, and is told of', async () => {
  const mine = '# Notes\n\n```sh\nnpm start\n';
  const texts = node({}, { 'README.md': mine });
  expect((await run(texts, 'app'))['README.md']).toBe(mine);
  expect((await notesOf(texts)).filter((note) => /^README.md.*not closed/.test(note))).toHaveLength(
    1,
  );
});

test('commands that the README tells are not told twice', async () => {
  const after = await run(
    node({}, { 'readme.md': '# Notes\n\nRun `npm test`, after `npm install`.\n' }),
    'ci',
  );
  expect(after['README.md']).toBeUndefined();
  expect(after['readme.md']).not.toMatch(/\| `npm (?:run test|install)` \|/);
});
