import { parse } from 'yaml';
import { startOf } from '../../generators/docker/existing/start.ts';
import { planOver, run, runAll, type Texts } from '../run.ts';

const scripts = { start: 'node src/server.js' };
const code =
  "const express = require('express');\nconst app = express();\napp.get('/healthz', (q, r) => r.send('ok'));\napp.listen(process.env.PORT || 4000);\n";

/** A project of Node's: its package.json with some more keys, and files beside it. */
const node = (more: object = {}, files: Texts = {}): Texts => ({
  'src/server.js': code,
  'package.json': JSON.stringify({
    name: 'notes',
    scripts,
    dependencies: { express: '^5.0.0' },
    ...more,
  }),
  'package-lock.json': '{ "lockfileVersion": 3, "packages": {} }',
  ...files,
});

const imageOf = async (texts: Texts): Promise<string> =>
  (await run(texts, 'docker')).Dockerfile ?? '';
const lineWith = (text: string, word: string): string | undefined =>
  text.split('\n').find((line) => line.includes(word));

test('the image starts the real process on the real port, and asks the health route that is there', async () => {
  const image = await imageOf(node());
  expect(lineWith(image, 'CMD ["node", "src')).toBe('CMD ["node", "src/server.js"]');
  expect(lineWith(image, 'EXPOSE')).toBe('EXPOSE 4000');
  expect(lineWith(image, 'USER')).toBe('USER 1000:1000');
  expect(image).toContain('npm ci --omit=dev');
  expect(image).toMatch(/HEALTHCHECK[\s\S]*4000[\s\S]*\/healthz/);
});

test('without a health route there is no health check', async () => {
  const texts = node(
    {},
    { 'src/server.js': code.replace("app.get('/healthz', (q, r) => r.send('ok'));\n", '') },
  );
  expect(await imageOf(texts)).not.toContain('HEALTHCHECK');
});

/** Without a health route of its own. */
const silent = (more = ''): Texts =>
  node(
    {},
    { 'src/server.js': more + code.replace("app.get('/healthz', (q, r) => r.send('ok'));\n", '') },
  );

test.each([
  ['docker', 'processes'],
  ['processes', 'docker'],
])(
  "the tool's own /healthz is asked where its line stands in what starts: %s, %s",
  async (...order) => {
    const after = await runAll(silent(), order);
    expect(after['src/server.js']).toContain('answerHealth(');
    expect(after.Dockerfile).toMatch(/HEALTHCHECK[\s\S]*4000[\s\S]*\/healthz/);
    const line = /^.*answerHealth\(.*\n/m;
    const without = { ...after, 'src/server.js': after['src/server.js']?.replace(line, '') ?? '' };
    expect((await run(without, 'docker')).Dockerfile).not.toContain('HEALTHCHECK');
  },
);

test.each([
  ['over TLS', silent("const https = require('node:https');\n")],
  ['with no sure place', silent('other.listen(4001);\n')],
])("the tool's own /healthz is not asked %s", async (_, texts) => {
  expect((await runAll(texts, ['processes', 'docker'])).Dockerfile).not.toContain('HEALTHCHECK');
});

test('a Python process is asked on the port that it is told to take', async () => {
  const texts = {
    'app.py': 'from flask import Flask\n\napp = Flask(__name__)\n',
    'requirements.txt': 'flask==3.1.2\n',
  };
  const { Dockerfile = '' } = await runAll(texts, ['processes', 'docker']);
  expect(Dockerfile).toContain("os.environ.get('PORT', '8000') + '/healthz'");
});

test('what is built is built with all dependencies, and shipped with those of production', async () => {
  const built = { start: 'node dist/server.js', build: 'tsc -p .' };
  const texts = node(
    { scripts: built },
    { 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n", 'package-lock.json': '' },
  );
  const { 'package-lock.json': _, ...pnpm } = texts;
  const image = await imageOf(pnpm);
  const order = [
    'pnpm install --frozen-lockfile',
    'COPY . .',
    'pnpm run build',
    'pnpm prune --prod',
  ];
  const places = order.map((part) => image.indexOf(part));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places.every((place) => place > 0)).toBe(true);
});

test.each([
  [
    'an install that runs scripts of the code sees the code',
    { scripts: { ...scripts, postinstall: 'node src/made.js' } },
    /COPY \. \.\nRUN [\s\S]*npm ci/,
  ],
  [
    'a program of a package is found',
    {
      scripts: { start: 'fastify start app.js' },
      dependencies: { fastify: '^5.0.0', 'fastify-cli': '^7.0.0' },
    },
    /ENV PATH=\/app\/node_modules\/\.bin:[\s\S]*CMD \["fastify"/,
  ],
  [
    'there is no .env in an image',
    { scripts: { start: 'node --env-file=.env src/server.js' } },
    /CMD \["node", "src\/server.js"\]/,
  ],
])('%s', async (_, more, expected) => {
  expect(await imageOf(node(more))).toMatch(expected);
});

test.each([
  ['cross-env TZ=UTC node web.js', ['TZ=UTC'], ['node', 'web.js']],
  ['node --env-file .env web.js', [], ['node', 'web.js']],
  ['gunicorn shop --bind :$PORT', [], ['sh', '-c', 'exec gunicorn shop --bind :$PORT']],
  [
    "gunicorn shop:create_app('production') --bind :$PORT",
    [],
    ['sh', '-c', "exec gunicorn 'shop:create_app('\\''production'\\'')' --bind :$PORT"],
  ],
  ['migrate && node web.js', [], ['sh', '-c', 'migrate && exec node web.js']],
])(
  '%s starts as the last process, by a shell only where it needs one',
  (line, environment, command) => {
    expect(startOf(line.split(' '))).toEqual({ environment, command });
  },
);

test('no start, no image: it is told how to say it', async () => {
  const texts = node({ scripts: {} }, { 'src/server.js': '' });
  const { notes, changes } = await planOver({ ...texts }, 'docker');
  expect(changes.some(({ path }) => path === 'Dockerfile')).toBe(false);
  expect(notes.some(({ message }) => message.includes('--set "start='))).toBe(true);
});

const bad = `FROM node
ARG NPM_TOKEN=abc123def456
WORKDIR /app
COPY .env ./
COPY . .
RUN npm install \\
  --no-audit
ENV DB_PASSWORD hunter2hunter2
EXPOSE 3000
CMD npm run dev
`;

test("the user's own Dockerfile stays, and what is wrong with it is told with its line", async () => {
  const texts = node({}, { Dockerfile: bad });
  expect((await run(texts, 'docker')).Dockerfile).toBe(bad);
  const { notes } = await planOver(texts, 'docker');
  const found = notes
    .filter(({ file }) => file === 'Dockerfile')
    .map(({ line, message }) => `${line} ${message}`);
  const expected = [
    '1 builds on node',
    '1 runs as root',
    '1 has no HEALTHCHECK',
    '2 NPM_TOKEN',
    '4 copies .env',
    '6 installs what is newest',
    '8 DB_PASSWORD',
    '9 exposes 3000',
    '10 `npm run dev`',
    '10 npm is process 1',
    '10 is in shell form',
  ];
  for (const begin of expected)
    expect(found.filter((each) => each.startsWith(begin))).toHaveLength(1);
  expect(found).toHaveLength(expected.length);
  expect(found.join('\n')).not.toMatch(/abc123|hunter2/);
});

test('a good Dockerfile has no finding', async () => {
  const good = (await run(node(), 'docker')).Dockerfile ?? '';
  const { notes } = await planOver(node({}, { Dockerfile: good }), 'docker');
  expect(notes.filter(({ file }) => file === 'Dockerfile')).toEqual([]);
});

describe('compose', () => {
  const attached = { dependencies: { express: '^5.0.0', pg: '^8.0.0', redis: '^5.0.0' } };
  const mine = `x-limits: &limits { mem_limit: 256m }
services:
    db: # ours
        <<: *limits
        image: postgis/postgis:16-3.4
        ports: ["5432:5432"]
    web:
        build: .
        ports:
            - "6379:3000" # taken
volumes:
    pgdata:
`;

  test("only what is missing comes into the user's file, and nothing that it must be given", async () => {
    const after = await run(node(attached, { 'docker-compose.yml': mine }), 'docker');
    expect(after['compose.yaml']).toBeUndefined();
    const text = after['docker-compose.yml'] ?? '';
    const { services, volumes } = parse(text, { merge: true });
    expect(Object.keys(services)).toEqual(['db', 'web', 'redis']);
    expect(Object.keys(volumes)).toEqual(['pgdata', 'redis']);
    expect(services.redis.ports).toBeUndefined();
    expect(text).not.toContain(':?');
    const left = text.split('\n');
    for (const line of mine.trimEnd().split('\n')) expect(left).toContain(line);
  });

  test('where there is none it runs the app and what it is attached to', async () => {
    const { services, volumes } = parse(
      (await run(node(attached), 'docker'))['compose.yaml'] ?? '',
    );
    expect(Object.keys(services)).toEqual(['web', 'postgres', 'redis']);
    expect(Object.keys(services.web.depends_on)).toEqual(['postgres', 'redis']);
    expect(services.web.ports).toEqual([`127.0.0.1:\${PORT:-4000}:4000`]);
    expect(Object.keys(volumes)).toEqual(['postgres', 'redis']);
  });

  test('a file whose services are no map is left alone, and told', async () => {
    const texts = node(attached, { 'compose.yaml': 'web:\n  image: old\n' });
    const after = await run(texts, 'docker');
    expect(after['compose.yaml']).toBe('web:\n  image: old\n');
  });

  test('a broken one is bad input, with its place', async () => {
    const texts = node(attached, { 'compose.yaml': 'services:\n  web: [\n' });
    await expect(run(texts, 'docker')).rejects.toThrow(/^compose\.yaml:\d+:\d+: /);
  });
});

describe('.dockerignore', () => {
  test('keeps secrets out, below what the user wrote', async () => {
    const mine = '# mine\nnode_modules\n';
    const after = (await run(node({}, { '.dockerignore': mine }), 'docker'))['.dockerignore'] ?? '';
    expect(after.startsWith(mine)).toBe(true);
    expect(after.split('\n').filter((line) => line === 'node_modules')).toHaveLength(1);
    for (const pattern of ['.env', '.env.*', '.git']) expect(after.split('\n')).toContain(pattern);
  });

  test("does not hide what the user's own Dockerfile copies", async () => {
    const Dockerfile =
      'FROM node:24\nCOPY node_modules ./node_modules\nCOPY . .\nUSER 1000\nCMD ["node", "src/server.js"]\n';
    const after = (await run(node({}, { Dockerfile }), 'docker'))['.dockerignore'] ?? '';
    expect(after.split('\n')).not.toContain('node_modules');
  });
});
