import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { imagine, scratch, snapshot } from './process.ts';
import { fixtures, readFolder, six, withoutSecrets } from './run.ts';

const root = join(import.meta.dirname, '..');
let folder: ReturnType<typeof scratch>;
beforeAll(() => {
  const built = spawnSync('npm', ['run', 'build'], { cwd: root, encoding: 'utf8' });
  expect(built).toMatchObject({ status: 0 });
  folder = scratch();
}, 60_000);
afterAll(() => folder.remove());

/** Runs a generator of the built package in Yeoman's environment. */
function yo(cwd: string, [namespace = '', ...words]: readonly string[]) {
  const runner = join(import.meta.dirname, 'yeoman.mjs');
  const env = { PATH: process.env.PATH, HOME: folder.path, CI: '1' };
  const all = [runner, join(root, 'dist'), namespace, ...words];
  return spawnSync(process.execPath, all, {
    cwd,
    env,
    encoding: 'utf8',
    input: '',
    timeout: 50_000,
  });
}

/** Writes texts to a fresh folder, readable by everybody. */
function project(name: string, texts: Readonly<Record<string, string>>): string {
  const path = join(folder.path, name);
  mkdirSync(path, { mode: 0o777 });
  for (const [file, text] of Object.entries(texts)) {
    mkdirSync(join(path, file, '..'), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  return path;
}

const switches = ['--offline', '--skip-install', '--skip-git', '--defaults'];

test('both doors write the same bytes', () => {
  const [one, two] = [project('one', {}), project('two', {})];
  const words = ['--name', 'shop', '--database', 'postgresql', '--cache', 'redis', ...switches];
  expect(imagine(one, words)).toMatchObject({ code: 0, stderr: '' });
  const ended = yo(two, ['imagine', ...words]);
  expect({ status: ended.status, stderr: ended.stderr }).toMatchObject({ status: 0 });
  expect(withoutSecrets(readFolder(two))).toEqual(withoutSecrets(readFolder(one)));
  expect(Object.keys(readFolder(one)).length).toBeGreaterThan(60);
}, 60_000);

test('both doors retrofit alike, one generator after the other, in different orders', () => {
  const texts = fixtures['express-plain'] ?? {};
  const [one, two, three] = [project('r1', texts), project('r2', texts), project('r3', texts)];
  const choice = ['--name', 'notes', ...switches];
  for (const name of six) expect(imagine(one, [name, ...choice])).toMatchObject({ code: 0 });
  for (const name of six.toReversed())
    expect(imagine(two, [name, ...choice])).toMatchObject({ code: 0 });
  expect(yo(three, ['imagine', ...choice])).toMatchObject({ status: 0 });
  expect(withoutSecrets(readFolder(two))).toEqual(withoutSecrets(readFolder(one)));
  expect(withoutSecrets(readFolder(three))).toEqual(withoutSecrets(readFolder(one)));
}, 120_000);

test('both doors move secrets alike', () => {
  const texts = {
    'package.json':
      '{ "scripts": { "start": "node main.js" }, "dependencies": { "express": "^5.0.0" } }\n',
    'main.js':
      "const express = require('express');\nconst JWT_SECRET = 'correct-horse-battery';\nconst app = express();\napp.get('/', (_, to) => to.send(JWT_SECRET));\napp.listen(4000);\n",
  };
  const [one, two] = [project('f1', texts), project('f2', texts)];
  const words = ['--name', 'notes', '--fix', ...switches];
  expect(imagine(one, ['app', ...words])).toMatchObject({ code: 0 });
  expect(yo(two, ['imagine', ...words])).toMatchObject({ status: 0 });
  expect(readFolder(one)['main.js']).toContain('process.env.JWT_SECRET');
  expect(withoutSecrets(readFolder(two))).toEqual(withoutSecrets(readFolder(one)));
}, 60_000);

test('a second run touches no file, and a dry run writes a patch that git applies to the same end', () => {
  const [one, two] = [project('d1', {}), project('d2', {})];
  const words = ['--name', 'shop', ...switches];
  imagine(one, words);
  const before = snapshot(one);
  expect(imagine(one, words)).toMatchObject({ code: 0 });
  expect(snapshot(one)).toEqual(before);
  spawnSync('git', ['init', '-q'], { cwd: two });
  const dry = imagine(two, [...words, '--dry-run']);
  expect(Object.keys(readFolder(two)).filter((path) => !path.startsWith('.git/'))).toEqual([]);
  expect(
    spawnSync('git', ['apply'], { cwd: two, input: dry.stdout, encoding: 'utf8' }).stderr,
  ).toBe('');
  for (const [path, text] of Object.entries(readFolder(one))) {
    if (path !== '.env')
      expect([path, readFileSync(join(two, path), 'utf8')]).toEqual([path, text]);
  }
}, 60_000);

const manifest = '{ "dependencies": { "express": "^5.0.0" } }\n';
test.each([
  ['a broken manifest', 'ci', { 'package.json': '{ "name": ' }],
  ['broken answers', 'ci', { 'package.json': manifest, '.yo-rc.json': '{' }],
  ['a file in the way', 'app', { Procfile: 'mine\n' }],
  ['no project', 'docker', {}],
] as const)('both doors refuse %s alike, and change nothing', (about, generator, texts) => {
  const path = project(`refused-${about.replaceAll(' ', '-')}`, texts);
  const before = snapshot(path);
  const ended = imagine(path, [generator, ...switches]);
  const said = ended.stderr.replace(/^imagine: /, '').trim();
  const { status, stderr, stdout } = yo(path, [`imagine:${generator}`, ...switches]);
  expect({ status, stdout }).toEqual({ status: ended.code, stdout: '' });
  // Before it stands Yeoman's own heading.
  expect(stderr.trim().split('\n').at(-1)).toBe(said);
  expect(ended.code).toBeGreaterThan(1);
  expect(snapshot(path)).toEqual(before);
});

test('--json prints one object and nothing else', () => {
  const path = project('j1', {});
  const { stdout, code } = imagine(path, ['--name', 'shop', '--json', ...switches]);
  const report = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(Object.keys(report).sort()).toEqual(
    ['conflicts', 'created', 'facts', 'next', 'notes', 'unchanged', 'updated', 'versions'].sort(),
  );
  expect(report.created).toContain('package.json');
  expect(report.versions.express).toMatchObject({ source: expect.stringContaining('bundled') });
});

test('--help and --version', () => {
  const help = imagine(folder.path, ['--help']);
  expect(help).toMatchObject({ code: 0, stderr: '' });
  for (const word of [...six, '--database', '--dry-run']) expect(help.stdout).toContain(word);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(imagine(folder.path, ['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` });
});
