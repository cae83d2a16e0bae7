import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { concerns } from '../generators/concerns.ts';
import { filesOf, filesOn } from '../lib/files.ts';
import { look } from '../lib/run.ts';
import { imagine, scratch } from './process.ts';
import { fixtures, planOver, run, type Texts } from './run.ts';

const plain = fixtures['express-plain'] as Texts;
const looked = (texts: Texts, given: object = {}) =>
  look({
    root: '/nowhere/shop',
    generator: 'app',
    concerns,
    files: filesOf(texts),
    given: { ...given },
  });

/** A folder with files, gone after the test. */
function folder(texts: Texts): { path: string; remove: () => void } {
  const made = scratch();
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(join(made.path, path, '..'), { recursive: true });
    writeFileSync(join(made.path, path), text);
  }
  return made;
}

describe('--set', () => {
  test.each([
    ['port=4321', 'port', 4321],
    ['start=node "a b.js" --x', 'start', ['node', 'a b.js', '--x']],
    ['services=redis, mysql', 'services', ['redis', 'mysql']],
    [
      'processes=web: node a.js; worker: node b.js',
      'processes',
      { web: 'node a.js', worker: 'node b.js' },
    ],
    ['module=esm', 'module', 'esm'],
  ])('%s', async (set, name, value) => {
    const { facts } = await looked(plain, { set: [set] });
    expect(facts[name as 'port']).toEqual({ value, evidence: ['--set'] });
  });

  test('an empty value says that there is none', async () => {
    expect((await looked(plain, { set: ['start='] })).facts.start).toBeUndefined();
  });

  test.each([
    ['prot=1', /no such fact; did you mean port/],
    ['secrets=x', /no such fact/],
    ['port=http', /--set port must be a number from 1 to 65535, not "http"/],
    ['module=umd', /--set module must be esm or cjs/],
    ['port', /must be FACT=VALUE/],
  ])('%s is refused', async (set, message) => {
    await expect(looked(plain, { set: [set] })).rejects.toThrow(message);
  });

  test('is kept, wins over what was answered before, and is told', async () => {
    const once = await run(plain, 'processes', {});
    const { changes, facts } = await planOver(once, 'processes', { set: ['port=4567'] });
    expect(facts.port?.value).toBe(4567);
    const stored = changes.find(({ path }) => path === '.yo-rc.json')?.text ?? '';
    const own = JSON.parse(stored)['generator-imagine'];
    expect(own).toMatchObject({ facts: { port: '4567' }, answers: { port: 4567 } });
    const twice = await run(once, 'processes', { set: ['port=4567'] });
    expect((await planOver(twice, 'processes')).facts.port?.value).toBe(4567);
    expect(await run(twice, 'processes')).toEqual(twice);
  });
});

describe('--app', () => {
  const turbo = fixtures['node-monorepo-turbo'] as Texts;

  test('several apps and nobody to ask: named in the error', async () => {
    await expect(looked(turbo)).rejects.toThrow(/--app: apps\/admin, apps\/gateway/);
  });

  test('what is asked is looked at', async () => {
    const choose = async (_: string, names: readonly string[]) => names[0] ?? '';
    const start = { root: '/nowhere/shop', generator: 'app', concerns, files: filesOf(turbo) };
    const { facts, repository, root } = await look({ ...start, given: {}, choose });
    expect(facts.stack?.value).toBe('next');
    expect([repository.path, root]).toEqual(['apps/admin', '/nowhere/shop/apps/admin']);
  });

  test.each(['../x', '/etc', 'apps/none'])('%s is refused', async (app) => {
    await expect(looked(turbo, { app })).rejects.toThrow(/--app .*: no app of this project/);
  });

  test('as processes: several values of --set, and an app', () => {
    const made = folder(turbo);
    const words = ['ci', '--app', 'apps/gateway', '--set', 'port=9999', '--set', 'host=::1'];
    const { code, stdout } = imagine(made.path, [...words, '--dry-run', '--json', '--offline']);
    made.remove();
    expect(code).toBe(0);
    expect(stdout).toContain('9999');
  });
});

describe('reading', () => {
  const manifest =
    '{ "dependencies": { "express": "^5.0.0" }, "scripts": { "start": "node a.js" } }';
  const found = async (path: string) =>
    (await look({ root: path, generator: 'app', concerns, files: filesOn(path), given: {} })).facts;
  const reads = (name: string): string => `console.log(process.env.${name});\n`;

  test('what git ignores and vendors is left out', async () => {
    const made = folder({
      'package.json': manifest,
      'a.js': `${reads('HERE')}require('express')().listen(1234);\n`,
      '.gitignore': 'generated/\n*.local.js\n!kept.local.js\n',
      'generated/b.js': reads('GENERATED'),
      'x.local.js': reads('LOCAL'),
      'kept.local.js': reads('KEPT'),
      'dist/c.js': reads('BUILT'),
      'src/dist/d.js': reads('NAMED_SO'),
      'src/.gitignore': '/e.js\n',
      'src/e.js': reads('NESTED'),
      'node_modules/x/index.js': reads('FOREIGN'),
    });
    const facts = await found(made.path);
    made.remove();
    expect(facts.variables?.value).toEqual(['HERE', 'KEPT', 'NAMED_SO']);
  });

  test('binary and huge files and links that lead out are passed over, with a note', async () => {
    const outside = folder({ 'secret.js': reads('OUTSIDE') });
    const made = folder({
      'package.json': manifest,
      'a.js': reads('HERE'),
      'binary.js': '\0\0',
      'huge.js': `${reads('HUGE')}${'//\n'.repeat(400_000)}`,
    });
    writeFileSync(join(made.path, 'wide.js'), Buffer.from(`\uFEFF${reads('WIDE')}`, 'utf16le'));
    symlinkSync(join(outside.path, 'secret.js'), join(made.path, 'Procfile'));
    symlinkSync(outside.path, join(made.path, 'lib'));
    const facts = await found(made.path);
    made.remove();
    outside.remove();
    expect(facts.variables?.value).toEqual(['HERE']);
    const notes = (facts.notes ?? []).map(({ file, message }) => `${file}: ${message}`);
    expect(notes).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^binary\.js: .*binary/),
        expect.stringMatching(/^huge\.js: .*larger/),
        expect.stringMatching(/^wide\.js: .*UTF-16, so save it as UTF-8/),
        expect.stringMatching(/^Procfile: .*leads out/),
      ]),
    );
  });

  test('a lock file that git ignores is none, and a large one is one', async () => {
    const lock = JSON.stringify({ lockfileVersion: 3, filler: 'x'.repeat(1_500_000) });
    const files = { 'package.json': manifest, 'a.js': '', 'package-lock.json': lock };
    const [kept, ignored] = [
      folder(files),
      folder({ ...files, '.gitignore': 'package-lock.json\n' }),
    ];
    const [one, two] = [await found(kept.path), await found(ignored.path)];
    kept.remove();
    ignored.remove();
    expect(one.lock?.value).toBe('package-lock.json');
    expect(two.lock).toBeUndefined();
    expect(two.notes?.map(({ message }) => message).join()).toMatch(/ignored by git/);
  });
});

test.each([
  '{"scripts": "x", "dependencies": [], "engines": 1, "workspaces": 3, "devEngines": [], "jest": 1}',
  '{"scripts": {"start": 1, "build": null}, "packageManager": 7, "main": {}, "bin": []}',
  '{"devEngines": {"packageManager": "x", "runtime": [null, 3]}, "volta": "x", "name": null}',
  '{"scripts": {"start": "npm run a", "a": "npm run b", "b": "npm run a"}, "type": 1}',
])('a manifest with values of other types than they should have is read: %s', async (text) => {
  const { facts } = await looked({ 'package.json': text, 'a.js': 'const = ;', 'b.ts': '<<<' });
  expect(facts.language?.value).toBe('node');
});
