import { concerns } from '../../generators/concerns.ts';
import { filesOf } from '../../lib/files.ts';
import { look } from '../../lib/run.ts';
import type { Facts } from '../../lib/types.ts';
import { planOver, run, type Texts } from '../run.ts';

const server =
  "const express = require('express');\nconst app = express();\napp.listen(process.env.PORT || 4000);\n";

/** Shapes of projects as they are met, each with what is asked about it. */
const project = (more: object, files: Texts = {}): Texts => ({
  'package.json': JSON.stringify({
    name: 'shop',
    scripts: { start: 'node server.js' },
    dependencies: { express: '^5.0.0' },
    ...more,
  }),
  'server.js': server,
  ...files,
});

async function factsOf(texts: Texts): Promise<Facts> {
  const given = {};
  const files = filesOf(texts);
  return (await look({ root: '/nowhere/shop', generator: 'app', concerns, files, given })).facts;
}

const notesOf = async (texts: Texts, generator: string): Promise<readonly string[]> =>
  (await planOver({ ...texts }, generator)).notes.map(({ message }) => message);

const image = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

test('what the image copies is found in the project: its folder is any WORKDIR', async () => {
  const { 'server.js': _, ...texts } = project(
    { scripts: { build: 'tsc', start: 'node dist/server.js' }, main: 'dist/server.js' },
    {
      'tsconfig.json': '{ "compilerOptions": { "outDir": "dist" } }',
      Dockerfile: image(
        'FROM node:24 AS builder',
        'WORKDIR /opt/shop',
        'FROM node:24',
        'COPY --from=builder /opt/shop/dist ./',
        'CMD ["node", "server.js"]',
      ),
      'server.ts': server,
    },
  );
  expect((await factsOf(texts)).start?.value).toEqual(['node', 'dist/server.js']);
});

test.each([
  [
    'ecosystem.config.js',
    "module.exports = { apps: [{ name: 'api', script: './server.js', env: { PORT: 4000 }, env_production: { PORT: 5060 } }] };",
  ],
  ['processes.json', '{ "apps": [{ "script": "server.js", "env": { "PORT": "5060" } }] }'],
])('the port that pm2 gives the process is its port: %s', async (path, text) => {
  const more = { scripts: { start: `pm2-runtime start ${path} --env production` } };
  const bare = server.replace(' || 4000', '');
  const { port, start } = await factsOf(project(more, { [path]: text, 'server.js': bare }));
  expect(start?.value).toEqual(['node', 'server.js']);
  expect(port?.value).toBe(5060);
});

const bare = server.replace(' || 4000', '');
const worker = 'setInterval(() => {}, 1000);\n';
const listens = "require('./app').listen(process.env.PORT);\n";
const api = "const express = require('express');\nmodule.exports = express();\n";

test.each([
  ['whose file listens', ['jobs', 'zwei'], { 'worker.js': worker, 'main.js': bare }],
  [
    'whose imports listen',
    ['jobs', 'zwei'],
    { 'worker.js': worker, 'main.js': "require('./lib')\n", 'lib.js': bare },
  ],
  [
    'that is named so',
    ['api-worker', 'shop-api'],
    { 'worker.js': worker, 'main.js': "require('./hidden')(process.env.PORT)\n" },
  ],
  [
    'that is named so, of two',
    ['jobs', 'web'],
    { 'worker.js': bare, 'main.js': listens, 'app.js': api },
  ],
])('of the processes of pm2, the one %s is the app', async (_, [first, second], files) => {
  const apps = `[{ name: '${first}', script: 'worker.js' }, { name: '${second}', script: './main.js', env: { PORT: 4001 }, env_production: { PORT: 4002 } }]`;
  const path = 'ecosystem.config.js';
  const more = { scripts: { start: `pm2-runtime ${path} --env production` } };
  const { 'server.js': _own, ...texts } = project(more, {
    [path]: `module.exports = { apps: ${apps} };\n`,
    ...files,
  });
  const { start, entry, port, processes } = await factsOf(texts);
  expect([start?.value, entry?.value, port?.value]).toEqual([['node', 'main.js'], 'main.js', 4002]);
  expect(Object.keys(processes?.value ?? {})).toEqual([first, second]);
});

test('of processes of pm2 that nothing tells apart, the first is the app', async () => {
  const apps =
    "[{ name: 'eins', script: 'server.js' }, { name: 'zwei', script: 'server.js', args: 'b' }]";
  const more = { scripts: { start: 'pm2 start pm2.config.js' } };
  const { start } = await factsOf(
    project(more, { 'pm2.config.js': `module.exports = { apps: ${apps} };\n` }),
  );
  expect(start?.value).toEqual(['node', 'server.js']);
});

test('a last stage that migrates is not the one that serves', async () => {
  const { start } = await factsOf(
    project(
      { scripts: {} },
      {
        'migrate.js': '',
        Dockerfile: image(
          'FROM node:24 AS web',
          'CMD ["node", "server.js"]',
          'FROM node:24 AS migration',
          'CMD ["node", "migrate.js"]',
        ),
      },
    ),
  );
  expect(start?.value).toEqual(['node', 'server.js']);
});

test('a server whose code hides its listening starts by the usual name of its file', async () => {
  const { start, build } = await factsOf({
    'package.json': JSON.stringify({
      scripts: { dev: 'ts-node src/index.ts' },
      dependencies: { '@hapi/hapi': '^21.0.0' },
      devDependencies: { typescript: '^5.0.0' },
    }),
    'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }',
    'src/index.ts':
      "import Hapi from '@hapi/hapi';\nconst server = Hapi.server();\nserver.start();\n",
  });
  expect(start?.value).toEqual(['node', 'dist/index.js']);
  expect(build?.value).toBe('npm exec -- tsc');
});

test('modules that only Babel can load are started by it', async () => {
  const { start } = await factsOf(
    project(
      {
        scripts: { start: 'nodemon --exec babel-node server.js' },
        devDependencies: { '@babel/core': '^7.0.0', '@babel/node': '^7.0.0' },
      },
      { 'server.js': "import express from 'express';\nexpress().listen(4000);\n" },
    ),
  );
  expect(start?.value).toEqual(['babel-node', 'server.js']);
});

test('templates of a generator are none of its own code', async () => {
  const { kind, start } = await factsOf({
    'package.json': JSON.stringify({ main: 'generators/index.js', files: ['generators'] }),
    'generators/index.js': '',
    'generators/app/templates/src/app.js': server,
  });
  expect(kind?.value).toBe('library');
  expect(start).toBeUndefined();
});

test('another server beside the one that starts is no place to add a line', async () => {
  const texts = project(
    {},
    {
      'server.js': "const { http } = require('./http');\nhttp.listen(port());\n",
      'http.js': "exports.http = require('express')();\n",
      'extra/dns.js':
        "const server = require('dns2').createServer();\nserver.listen({ udp: 53 });\n",
    },
  );
  expect((await factsOf(texts)).listen?.value.file).toBe('server.js');
});

test('variables are found behind functions of the project, and in schemas of every kind', async () => {
  const { variables, defaults, portVariable } = await factsOf(
    project(
      { dependencies: { express: '^5.0.0', joi: '^14.0.0', 'env-schema': '^6.0.0' } },
      {
        'env.js':
          'function env(key, otherwise) { return process.env[key] ?? otherwise; }\nconst flag = (key) => env(key) === "1";\nmodule.exports = { env, flag };\n',
        'mail.js':
          "const { env, flag } = require('./env');\nenv('MAIL_HOST', 'localhost');\nflag('MAIL_TLS');\n",
        'config.js':
          "const Joi = require('joi');\nconst schema = Joi.object({ PORT: Joi.number().default(4040), DATABASE_URL: Joi.string() });\nconst { value: vars } = Joi.validate(process.env, schema);\nmodule.exports = { port: vars.PORT };\n",
        'more.js':
          "const { envSchema } = require('env-schema');\nconst schema = { type: 'object', properties: { COOKIE_NAME: { type: 'string', default: 'sid' } } };\nenvSchema({ schema, dotenv: true });\n",
        'server.js':
          "const express = require('express');\nconst { port } = require('./config');\nexpress().listen(port);\n",
      },
    ),
  );
  const names = ['COOKIE_NAME', 'DATABASE_URL', 'MAIL_HOST', 'MAIL_TLS', 'PORT'];
  expect(variables?.value).toEqual(names);
  expect(defaults?.value).toEqual({ COOKIE_NAME: 'sid', MAIL_HOST: 'localhost', PORT: '4040' });
  expect(portVariable?.value).toBe('PORT');
});

test('without a lock file the manager is the one that checks, image or README install with', async () => {
  const { packageManager } = await factsOf(
    project({}, { 'README.md': '# Shop\n\n    npm install\n' }),
  );
  expect(packageManager).toEqual({ value: 'npm', evidence: ['README.md:3'] });
});

test('the linter that changes no file is the one for checks', async () => {
  const scripts = { start: 'node server.js', lint: 'eslint . --fix', 'lint-check': 'eslint .' };
  expect((await factsOf(project({ scripts }))).lint?.value).toBe('npm run lint-check');
});

test('signals that a promise waits for are handled', async () => {
  const { signals } = await factsOf(
    project(
      {},
      { 'stop.js': "const pEvent = require('p-event');\npEvent(process, 'SIGTERM').then(stop);\n" },
    ),
  );
  expect(signals?.value).toEqual(['SIGTERM']);
});

test('a hash is no secret, and neither is what an example shows', async () => {
  const { secrets } = await factsOf(
    project(
      {},
      {
        'users.js':
          "module.exports = [{ password: '$2b$10$TBEfaCe1oo2jfkBDWcjusBj4oECsW2wOoDXpCa2IH9xqCpEKhC' }];\nconst doc = { example: 'https://a.example/?key=AKIAABCDEFGHIJKLMNOP' };\n",
      },
    ),
  );
  expect(secrets).toBeUndefined();
});

const locked = { 'package-lock.json': '{ "lockfileVersion": 3, "packages": {} }' };

test.each(['pnpm install --frozen-lockfile --prod', 'yarn --pure-lockfile', 'npm install -g yarn'])(
  'an image that installs by `%s` is not told to lock it',
  async (command) => {
    const Dockerfile = image('FROM node:24', `RUN ${command}`, 'CMD ["node", "server.js"]');
    const notes = await notesOf(project({}, { ...locked, Dockerfile }), 'docker');
    expect(notes.filter((note) => note.includes('locked'))).toEqual([]);
  },
);

test.each(['pnpm install', 'yarn', 'npm install --omit=dev'])(
  'an image that installs by `%s` is told to lock it',
  async (command) => {
    const Dockerfile = image('FROM node:24', `RUN ${command}`, 'CMD ["node", "server.js"]');
    const notes = await notesOf(project({}, { ...locked, Dockerfile }), 'docker');
    expect(notes.filter((note) => note.includes('locked'))).toHaveLength(1);
  },
);

test('a port that the image sets is the one it exposes', async () => {
  const lines = ['FROM node:24', 'ENV PORT=80', 'EXPOSE 80', 'CMD ["node", "server.js"]'];
  const notes = await notesOf(project({}, { Dockerfile: image(...lines) }), 'docker');
  expect(notes.filter((note) => note.includes('exposes'))).toEqual([]);
});

test('Travis runs the tests by itself, and a linter may run without a script', async () => {
  const scripts = { start: 'node server.js', test: 'mocha', lint: 'eslint .' };
  const travis = { '.travis.yml': 'language: node_js\n' };
  const both = await notesOf(project({ scripts }, travis), 'ci');
  expect(both.filter((note) => note.startsWith('has no step'))).toEqual([
    'has no step "Lint": `npm run lint`',
  ]);
  const linted = { '.travis.yml': 'language: node_js\nbefore_script: npx eslint src\n' };
  const none = await notesOf(project({ scripts }, linted), 'ci');
  expect(none.filter((note) => note.startsWith('has no step'))).toEqual([]);
});

test('the files of node-config tell variables, port and host', async () => {
  const { variables, port, portVariable, host } = await factsOf(
    project(
      { dependencies: { express: '^5.0.0', config: '^4.0.0' } },
      {
        'server.js':
          "const config = require('config');\nconst app = require('express')();\napp.listen(config.get('server.port'), config.get('server.host'));\n",
        'config/default.yml': 'server:\n  host: 0.0.0.0\n  port: 3333\nsecret: none\n',
        'config/custom-environment-variables.yml':
          'server:\n  host: HOST\n  port:\n    __name: PORT\n    __format: number\nsecret: APP_SECRET\n',
      },
    ),
  );
  expect(variables?.value).toEqual(['APP_SECRET', 'HOST', 'PORT']);
  expect([port?.value, portVariable?.value, host?.value]).toEqual([3333, 'PORT', '0.0.0.0']);
});

test('the base of the build compiles what is native, and an example that is read stays in the image', async () => {
  const native = { dependencies: { express: '^5.0.0', bcrypt: '^5.0.0', 'dotenv-safe': '^9.0.0' } };
  const texts = await run(project(native), 'docker');
  expect(texts.Dockerfile).toMatch(/^FROM node:24 AS build$/m);
  expect(texts.Dockerfile).toMatch(/^FROM node:24-slim$/m);
  expect(texts['.dockerignore']).toMatch(/^!\.env\.example$/m);
  expect((await run(project({}), 'docker')).Dockerfile).toMatch(/^FROM node:24-slim AS build$/m);
});

test('an import ends as those of the file do', async () => {
  const texts = await run(
    {
      'package.json': JSON.stringify({ type: 'module', dependencies: { express: '^5.0.0' } }),
      'a.config.ts': "import { x } from './x';\n",
      'x.ts': 'export const x = 1;\n',
      'server.ts':
        "import './x';\nimport express from 'express';\nimport { x } from './x.ts';\nconst app = express();\napp.listen(x);\n",
      'tsconfig.json': '{ "compilerOptions": { "outDir": "dist" } }',
    },
    'processes',
  );
  expect(texts['server.ts']).toContain("from './health.ts'");
});

test('services that nx knows without a manifest of their own are told, but for the one that is looked at', async () => {
  const app = (name: string, port: number): Texts => ({
    [`apps/${name}/project.json`]: `{ "name": "${name}", "projectType": "application" }`,
    [`apps/${name}/src/main.js`]: server.replace('4000', String(port)),
  });
  const { 'server.js': _, ...root } = project({ scripts: {} }, { 'nx.json': '{}' });
  const libs = { 'libs/ui/project.json': '{ "name": "ui", "projectType": "library" }' };
  const one = await notesOf({ ...root, ...libs, ...app('api', 4000) }, 'processes');
  expect(one.filter((note) => note.includes('not looked at'))).toEqual([]);
  const two = { ...root, ...libs, ...app('api', 4000), ...app('mail', 4100) };
  const entry = (await factsOf(two)).entry?.value.replace(/\/src.*/, '');
  expect(
    (await notesOf(two, 'processes')).filter((note) => note.includes('not looked at')),
  ).toEqual([`is a service without a manifest of its own, and was not looked at: ${entry} was`]);
});
