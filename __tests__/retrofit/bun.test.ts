import { planOver, run, type Texts } from '../run.ts';

const bun = (scripts: object, files: Texts = {}): Texts => ({
  'package.json': JSON.stringify({ name: 'shop', scripts, dependencies: { hono: '^4.0.0' } }),
  'bun.lock': '{\n  "lockfileVersion": 1,\n}\n',
  'src/index.ts':
    "import { Hono } from 'hono'\n\nconst app = new Hono()\n\nexport default { port: Number(Bun.env.PORT) || 3005, fetch: app.fetch }\n",
  ...files,
});

test.each([
  ['bun src/index.ts', ['bun', 'src/index.ts']],
  ['bun run src/index.ts', ['bun', 'run', 'src/index.ts']],
  ['bun run serve', ['bun', 'src/index.ts']],
])('Bun starts a file: %s', async (start, words) => {
  const { facts } = await planOver(bun({ start, serve: 'bun src/index.ts' }), 'processes');
  expect(facts.start?.value).toEqual(words);
  expect(facts.entry?.value).toBe('src/index.ts');
});

test.each(['bun test', 'bun --hot src/index.ts', 'bun run --watch src/index.ts', 'bun build src'])(
  'no process is what is for development: %s',
  async (start) => {
    expect((await planOver(bun({ start }), 'processes')).facts.start).toBeUndefined();
  },
);

test('CI and the image get Bun before anything runs by it', async () => {
  const after = await run(bun({ start: 'bun src/index.ts', test: 'bun test' }), 'app');
  const job = after['.github/workflows/ci.yml'] ?? '';
  const order = ['which bun', 'run: bun install --frozen-lockfile', 'run: bun run test'];
  expect(order.map((words) => job.indexOf(words)).every((at) => at > 0)).toBe(true);
  expect(job.indexOf('bun install')).toBeLessThan(job.indexOf('bun run test'));
  expect(after.Dockerfile).toContain('bun install --production --frozen-lockfile\n');
  expect(after.Dockerfile).toContain('COPY --from=build /opt/bun /opt/bun\nENV PATH=/opt/bun/bin:');
  expect(after.Dockerfile).toContain('CMD ["bun", "src/index.ts"]\n');
  expect(after.Procfile).toBe('web: bun src/index.ts\n');
});
