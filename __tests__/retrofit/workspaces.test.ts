import { planOver, run, type Texts } from '../run.ts';

const json = (value: object): string => `${JSON.stringify(value)}\n`;

const plain =
  "import { createServer } from 'node:http';\nimport { greet } from '@acme/shared';\nconst server = createServer((_q, s) => { s.end(greet()); });\nserver.listen(process.env['PORT'] ?? 4000);\n";
const tsconfig = json({
  compilerOptions: { module: 'nodenext', outDir: 'dist', rootDir: 'src' },
});

/** A workspace whose root starts nothing, and whose one server is Node's own. */
const workspace = (root: object = {}, api: object = {}, files: Texts = {}): Texts => ({
  'package.json': json({
    name: 'mono',
    private: true,
    workspaces: ['apps/*', 'packages/*'],
    scripts: { build: 'npm run build --workspaces --if-present' },
    ...root,
  }),
  'apps/api/package.json': json({
    name: '@acme/api',
    type: 'module',
    scripts: { build: 'tsc', start: 'node dist/index.js' },
    dependencies: { '@acme/shared': '0.0.0' },
    ...api,
  }),
  'apps/api/tsconfig.json': tsconfig,
  'apps/api/src/index.ts': plain,
  'packages/shared/package.json': json({
    name: '@acme/shared',
    version: '0.0.0',
    type: 'module',
    main: 'dist/index.js',
    scripts: { build: 'tsc' },
  }),
  'packages/shared/src/index.ts': "export const greet = () => 'hi';\n",
  ...files,
});

test('a member that is started and listens is the app, though no framework tells it', async () => {
  const { facts } = await planOver(workspace(), 'processes');
  expect(facts.entry?.value).toBe('src/index.ts');
  expect(facts.module?.value).toBe('esm');
  const after = await run(workspace(), 'processes');
  expect(after['apps/api/src/index.ts']).toContain("from './shutdown.js'");
});

test('what another package starts is not wired where the project itself starts nothing', async () => {
  const texts = workspace({}, { scripts: { dev: 'tsx src/index.ts' } });
  const { facts, changes } = await planOver(texts, 'processes');
  expect(facts.entry).toBeUndefined();
  expect(changes.filter(({ path }) => path.startsWith('apps/'))).toEqual([]);
});

test('modules are of the kind that the nearest manifest says', async () => {
  const texts = {
    'package.json': json({ name: 'shop', scripts: { start: 'node server/index.js' } }),
    'server/package.json': json({ type: 'module' }),
    'server/index.js':
      "import { createServer } from 'node:http';\nconst server = createServer();\nserver.listen(4000);\n",
  };
  const { facts } = await planOver(texts, 'processes');
  expect(facts.module).toEqual({ value: 'esm', evidence: ['server/package.json:1'] });
  expect((await run(texts, 'processes'))['server/index.js']).toContain("from './shutdown.js';");
});

/** What brings each manager, and what then builds the packages that an app needs. */
const managers: readonly (readonly [string, object, Texts, string])[] = [
  [
    'npm',
    {},
    { 'package-lock.json': '{ "lockfileVersion": 3 }\n' },
    'npm run build --workspace @acme/base && npm run build --workspace @acme/shared',
  ],
  [
    'Yarn',
    {},
    { 'yarn.lock': '# yarn lockfile v1\n' },
    'yarn workspace @acme/base run build && yarn workspace @acme/shared run build',
  ],
  [
    'pnpm',
    { workspaces: undefined },
    {
      'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
      'pnpm-workspace.yaml': 'packages:\n  - apps/*\n  - packages/*\n',
    },
    'pnpm --filter "@acme/api^..." run build',
  ],
  [
    'turbo',
    { devDependencies: { turbo: '^2.0.0' } },
    {
      'package-lock.json': '{ "lockfileVersion": 3 }\n',
      'turbo.json': json({ tasks: { build: { dependsOn: ['^build'] } } }),
    },
    'npm exec -- turbo run build --filter="@acme/api^..."',
  ],
];
const base: Texts = {
  'packages/shared/package.json': json({
    name: '@acme/shared',
    main: 'dist/index.js',
    scripts: { build: 'tsc' },
    dependencies: { '@acme/base': '0.0.0', '@acme/plain': '0.0.0' },
  }),
  'packages/base/package.json': json({ name: '@acme/base', scripts: { build: 'tsc' } }),
  'packages/plain/package.json': json({
    name: '@acme/plain',
    main: 'index.js',
    scripts: { build: 'echo' },
  }),
  'packages/plain/index.js': '',
  'packages/other/package.json': json({ name: '@acme/other', scripts: { build: 'tsc' } }),
};

test.each(managers)('what an app needs of its workspace is built before it: %s', async (...row) => {
  const [, root, files, command] = row;
  const after = await run(workspace(root, {}, { ...base, ...files }), 'app');
  const image = after['apps/api/Dockerfile'] ?? '';
  expect(image).toContain(`RUN ${command}\nWORKDIR /app/apps/api\nRUN `);
  const job = after['.github/workflows/apps-api.yml'] ?? '';
  expect(job).toContain(`run: ${command}\n        working-directory: .\n      - name: Build\n`);
});

test('a build that builds what it needs is left to itself', async () => {
  const scripts = { build: 'tsc --build', start: 'node dist/index.js' };
  const after = await run(workspace({}, { scripts }, base), 'ci');
  expect(after['.github/workflows/apps-api.yml']).not.toContain('packages of the workspace');
});

test('a neighbour whose built files are served is built, too', async () => {
  const texts = {
    'package.json': json({ name: 'root', workspaces: ['server', 'client'] }),
    'package-lock.json': '{ "lockfileVersion": 3 }\n',
    'server/package.json': json({
      name: 'server',
      scripts: { start: 'node index' },
      dependencies: { express: '^4.0.0' },
    }),
    'server/index.js':
      "const path = require('path');\nconst express = require('express');\nconst app = express();\napp.use(express.static(path.join(__dirname, '../client/dist')));\napp.listen(3001);\n",
    'client/package.json': json({ name: 'client', scripts: { build: 'vite build' } }),
  };
  const after = await run(texts, 'app');
  const command = 'npm run build --workspace client';
  expect(after['server/Dockerfile']).toContain(`RUN ${command}\nRUN npm prune`);
  expect(after['.github/workflows/server.yml']).toContain(`run: ${command}\n`);
});

test('a server that listens where no line can be put is told to stop well', async () => {
  const texts = {
    'package.json': json({
      scripts: { start: 'node server' },
      dependencies: { express: '^4.0.0' },
    }),
    'server.js':
      "const http = require('http');\nconst app = require('express')();\nfunction start(port) {\n  return http.createServer(app).listen(port, () => {});\n}\nif (require.main === module) start(process.env.PORT || 5000);\nmodule.exports = { start };\n",
  };
  const told = (await planOver(texts, 'processes')).notes.map(({ message }) => message);
  expect(told).toContainEqual(expect.stringContaining('on SIGTERM finish the requests'));
});
