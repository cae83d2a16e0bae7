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
