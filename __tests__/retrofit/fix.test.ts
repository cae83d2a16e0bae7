import { run, type Texts } from '../run.ts';
import { retrofit } from './support.ts';

const server = `const express = require('express');
const jwt = require('jsonwebtoken');
const mail = { host: 'smtp.example.org', password: 'hunter2hunter2' };

const app = express();
const JWT_SECRET = process.env.JWT_SECRET || 'correct-horse-battery';
app.get('/', (req, res) => res.send(jwt.sign({ mail: mail.host }, JWT_SECRET)));
app.listen(process.env.PORT || 4000);
`;
const project: Texts = {
  'package.json':
    '{\n  "name": "notes",\n  "scripts": { "start": "node server.js" },\n  "dependencies": { "express": "^5.0.0", "jsonwebtoken": "^9.0.0" }\n}\n',
  'server.js': server,
};
const values = ['hunter2hunter2', 'correct-horse-battery'];

test('a secret in the code is told by its place, and never by its value', async () => {
  const { texts, plan } = await retrofit(project, 'config');
  const told = plan.notes.filter(({ file }) => file === 'server.js');
  expect(told.map(({ line }) => line)).toEqual([3, 6]);
  expect(texts['server.js']).toContain(values[0]);
  for (const value of values) expect(JSON.stringify({ ...plan, changes: [] })).not.toContain(value);
});

test('--fix moves secrets to .env, which the code reads, and says what is left to do', async () => {
  const { texts, plan } = await retrofit(project, 'config', { fix: true });
  expect(texts['server.js']).toContain('password: process.env.SERVER_PASSWORD }');
  expect(texts['server.js']).toContain('const JWT_SECRET = process.env.JWT_SECRET;');
  expect(texts['.env']).toContain('SERVER_PASSWORD=hunter2hunter2');
  expect(texts['.env']).toContain('JWT_SECRET=correct-horse-battery');
  expect(texts['environment.js']).toContain('process.loadEnvFile?.(file)');
  expect(texts['.gitignore']).toMatch(/^\.env$/m);
  const { '.env': _env, ...shown } = texts;
  for (const value of values) expect(JSON.stringify(shown)).not.toContain(value);
  const told = plan.notes.filter(({ file }) => file === 'server.js');
  expect(told.map(({ message }) => message)).toEqual([
    'moved to SERVER_PASSWORD: set it wherever this runs; the old value stays in the history of git: rotate it',
    'moved to JWT_SECRET: set it wherever this runs; the old value stays in the history of git: rotate it',
  ]);
});

test('a run after --fix changes nothing, with the flag or without', async () => {
  const once = await run(project, 'config', { fix: true });
  expect(await run(once, 'config')).toEqual(once);
  expect(await run(once, 'config', { fix: true })).toEqual(once);
});

test('--fix leaves a secret where the variable has another value, or where nothing loads .env', async () => {
  const other = { ...project, '.env': 'JWT_SECRET=another\n' };
  const { texts, plan } = await retrofit(other, 'config', { fix: true });
  for (const value of values) expect(texts['server.js']).toContain(value);
  expect(plan.notes.map(({ message }) => message).join()).toContain('nothing loads .env');
  const loaded = {
    ...other,
    'server.js': `require('dotenv').config();\n${server}`,
    'package.json':
      project['package.json']?.replace('"express"', '"dotenv": "^16.0.0", "express"') ?? '',
  };
  const second = await retrofit(loaded, 'config', { fix: true });
  expect(second.texts['server.js']).toContain("|| 'correct-horse-battery'");
  expect(second.texts['.env']).toContain('JWT_SECRET=another\n');
  expect(second.plan.notes.map(({ message }) => message).join()).toContain(
    'JWT_SECRET has another value already',
  );
});

test('--fix still tells of secrets in files that it can not mend', async () => {
  const url = 'postgresql://notes:w3-l0ve-c00kies@db.example.net/notes';
  const flask = {
    'requirements.txt': 'flask==3.0.0\nalembic==1.14.0\n',
    'app.py': 'from flask import Flask\n\napp = Flask(__name__)\n',
    'alembic.ini': `[alembic]\nsqlalchemy.url = ${url}\n`,
  };
  const { texts, plan } = await retrofit(flask, 'config', { fix: true });
  expect(texts['alembic.ini']).toBe(flask['alembic.ini']);
  const told = plan.notes.filter(({ file, line }) => file === 'alembic.ini' && line === 2);
  expect(told.map(({ message }) => message).join()).toContain('read it from the environment');
});

const secret = 'hunter2hunter2';
const manifest = (scripts: string, more = '') =>
  `{ "name": "notes", ${more}"scripts": ${scripts}, "dependencies": { "express": "^5.0.0" } }\n`;
const listening =
  "const express = require('express');\nconst app = express();\napp.listen(4000);\n";
const hoisted = listening.replace(
  "const express = require('express')",
  "import express from 'express'",
);

/** What became of the secret of a file, and of a second run. */
async function fixed(texts: Texts, path: string): Promise<{ text: string; told: string }> {
  const { texts: once, plan } = await retrofit(texts, 'config', { fix: true });
  const twice = await run(await run(texts, 'config', { fix: true }), 'config', { fix: true });
  expect(twice[path]).toBe(once[path]);
  const told = plan.notes.filter(({ file }) => file === path).map(({ message }) => message);
  return { text: once[path] ?? '', told: told.join() };
}

test.each([
  ['a key', 'c.js', `exports.c = { 'mongodb://u:${secret}@db/a': 1 };\n`],
  ['an attribute', 'c.jsx', `exports.C = () => <Db uri="postgres://u:${secret}@db/b" />;\n`],
  ['a constant', 'c.ts', `export const c = { password: '${secret}' as const };\n`],
  ['an asserted constant', 'c.ts', `export const password = <const>'${secret}';\n`],
  [
    'a choice of constants',
    'c.ts',
    `export const password = (1 > 0 ? '${secret}' : '') as const;\n`,
  ],
  ['a type', 'c.ts', `export type Kind = 'mysql://u:${secret}@db/c';\n`],
  ['a value of such a type', 'c.ts', `export const password: '${secret}' = '${secret}';\n`],
  ['an enum', 'c.ts', `export enum Db { Url = 'postgres://u:${secret}@db/d' }\n`],
  ['a directive', 'c.js', `'postgres://u:${secret}@db/e';\nexports.c = 1;\n`],
  ['an import', 'c.mjs', `import 'https://u:${secret}@cdn/f.js';\n`],
])('--fix leaves %s, where no variable can be read', async (_, path, text) => {
  const entry = `${listening}require('./${path}');\n`;
  const texts = {
    'package.json': manifest('{ "start": "node server.js" }'),
    'server.js': entry,
    [path]: text,
  };
  const after = await fixed(texts, path);
  expect(after.text).toBe(text);
  expect(after.told).toContain('no reading of a variable can stand in its place');
});

test('--fix keeps words apart', async () => {
  const texts = {
    'package.json': manifest('{ "start": "node server.js" }'),
    'server.js': `${listening}require('./dsn');\n`,
    'dsn.js': `exports.dsn = () => { return"postgres://u:${secret}@db/b"};\n`,
  };
  const { text } = await fixed(texts, 'dsn.js');
  expect(text).toBe('exports.dsn = () => { return process.env.DATABASE_URL};\n');
});

const commonjs = "require('dotenv').config();\n";
const late = "import dotenv from 'dotenv';\ndotenv.config();\n";
const both = '{ "start": "node server.js", "worker": "node worker.js" }';
const flags =
  '{ "start": "node --env-file=.env server.js", "worker": "node -r dotenv/config worker.js" }';
const dotenv = '"devDependencies": { "dotenv": "^16.0.0" }, ';
const cli = '"devDependencies": { "dotenv-cli": "^7.0.0" }, ';
const mail = `exports.mail = { password: '${secret}' };\n`;
const theirEnv = { '.env': 'PORT=4000\n' };
const takes = "require('./mail');\n";
const start = '{ "start": "node server.js" }';
const module = '"type": "module", ';
const files = (entry: string, worker = '', own: Texts = {}): Texts => ({
  'server.js': entry,
  'worker.js': worker,
  ...own,
});

test.each<[string, boolean, string, Texts]>([
  ['the one entry gets its own line', true, manifest(start), files(listening + takes)],
  ['a worker loads nothing', false, manifest(both), files(listening + takes, takes)],
  ['a worker does not need it', true, manifest(both), files(listening + takes, 'exports.a = 1;\n')],
  [
    'a process of the Procfile loads nothing',
    false,
    manifest(start),
    files(listening + takes, takes, { Procfile: 'web: node server.js\nclock: node worker.js\n' }),
  ],
  [
    'the own line has no sure place',
    false,
    manifest(start),
    files(`'use strict'; ${listening}${takes}`),
  ],
  [
    'a script says that it is deployed',
    false,
    manifest('{ "start": "NODE_ENV=production node server.js" }'),
    files(listening + takes),
  ],
  ['no process runs the file', false, manifest(start), files(listening)],
  [
    'every process loads it first',
    true,
    manifest(both, dotenv),
    files(commonjs + listening + takes, commonjs + takes),
  ],
  [
    'one loads it too late',
    false,
    manifest(both, dotenv),
    files(commonjs + listening + takes, takes + commonjs),
  ],
  [
    'a module that is taken in first loads it',
    true,
    manifest(start, dotenv),
    files(`require('./first');\n${listening}${takes}`, '', { 'first.js': commonjs }),
  ],
  [
    'another file is loaded',
    false,
    manifest(start, dotenv),
    files(`require('dotenv').config({ path: '.env.local' });\n${listening}${takes}`),
  ],
  ['every command loads it', true, manifest(flags, dotenv), files(listening + takes, takes)],
  [
    'only a tool for the command line is there',
    false,
    manifest(start, cli),
    files(listening + takes, '', theirEnv),
  ],
  [
    'imports run before the call',
    false,
    manifest(start, module + dotenv),
    files(`import './mail.js';\n${late}${hoisted}`),
  ],
  [
    'an import loads it first',
    true,
    manifest(start, module + dotenv),
    files(`import 'dotenv/config';\nimport './mail.js';\n${hoisted}`),
  ],
  [
    'an import loads it behind',
    false,
    manifest(start, module + dotenv),
    files(`import './mail.js';\nimport 'dotenv/config';\n${hoisted}`),
  ],
])('--fix, where %s: moves %s', async (_, moves, declared, texts) => {
  const own = declared.includes('"module"')
    ? mail.replace('exports.mail =', 'export const mail =')
    : mail;
  const after = await fixed({ ...texts, 'package.json': declared, 'mail.js': own }, 'mail.js');
  expect(after.text.includes(secret)).toBe(!moves);
  expect(after.told).toContain(moves ? 'moved to MAIL_PASSWORD' : 'nothing loads .env');
});
