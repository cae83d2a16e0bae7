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
