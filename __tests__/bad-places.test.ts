import { type SpawnSyncOptions, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildBin } from './built.ts';
import { scratch, snapshot } from './process.ts';
import { readFolder, withoutSecrets } from './run.ts';

let built: ReturnType<typeof buildBin>;
let folder: ReturnType<typeof scratch>;
beforeAll(() => {
  built = buildBin();
  folder = scratch();
  chmodSync(folder.path, 0o777);
});
afterAll(() => {
  built.remove();
  folder.remove();
});

const quick = ['--defaults', '--offline', '--skip-install', '--skip-git'];
const existing = join(import.meta.dirname, 'fixtures/express-plain');
const isRoot = process.getuid?.() === 0;
/** Somebody without the rights of root, who may read whatever its mode says. */
const nobody = isRoot ? { uid: 65_534, gid: 65_534 } : {};

/** A folder that belongs to whoever is not root, with a fixture in it or nothing. */
function place(name: string, from?: string): string {
  const path = join(folder.path, name);
  if (from) cpSync(from, path, { recursive: true });
  else mkdirSync(path);
  const below = readdirSync(path, { recursive: true, encoding: 'utf8' });
  if (isRoot) for (const each of ['.', ...below]) chownSync(join(path, each), 65_534, 65_534);
  return path;
}

function run(cwd: string, words: readonly string[], around: SpawnSyncOptions = {}) {
  const env = { PATH: process.env.PATH, HOME: folder.path };
  const all = { cwd, env, input: '', encoding: 'utf8', timeout: 20_000, ...around } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [built.bin, ...words], all);
  return { code: status, stdout: String(stdout), stderr: String(stderr) };
}

/** Expects that a run ends with a code and one line, and changes nothing. */
function refused(
  path: string,
  words: readonly string[],
  { code, says }: { code: number; says: RegExp },
): void {
  const before = snapshot(path);
  const ended = run(path, [...words, ...quick], nobody);
  expect(ended.stderr).toMatch(says);
  expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  expect(ended).toMatchObject({ code, stdout: '' });
  expect(snapshot(path)).toEqual(before);
}

interface Bad {
  readonly about: string;
  readonly words?: readonly string[];
  readonly from?: string;
  readonly spoil: (path: string) => void;
  readonly mend?: (path: string) => void;
  readonly code: number;
  readonly says: RegExp;
}

const locked = (name: string) => ({
  spoil: (path: string) => chmodSync(join(path, name), 0),
  mend: (path: string) => chmodSync(join(path, name), 0o755),
});

const bad: readonly Bad[] = [
  {
    about: 'a link to nothing',
    words: ['link'],
    spoil: (path) => symlinkSync('nowhere', join(path, 'link')),
    code: 2,
    says: /link.*to nothing/,
  },
  {
    about: 'a link to itself',
    words: ['link'],
    spoil: (path) => symlinkSync('link', join(path, 'link')),
    code: 2,
    says: /link.*to itself/,
  },
  {
    about: 'a name too long',
    words: ['a'.repeat(300)],
    spoil: () => {},
    code: 2,
    says: /too long/,
  },
  {
    about: 'a folder below a file',
    words: ['file/shop'],
    spoil: (path) => writeFileSync(join(path, 'file'), ''),
    code: 2,
    says: /below a file/,
  },
  {
    about: 'a folder that nobody may enter',
    words: ['own/shop'],
    ...locked('own'),
    spoil: (path) => mkdirSync(join(path, 'own'), { mode: 0 }),
    code: 2,
    says: /may not enter/,
  },
  {
    about: 'a manifest that may not be read',
    from: existing,
    ...locked('package.json'),
    code: 2,
    says: /package\.json: can't be read.*permissions/,
  },
  {
    about: 'a README that may not be read',
    from: existing,
    ...locked('README.md'),
    code: 2,
    says: /README\.md: can't be read.*permissions/,
  },
  {
    about: 'answers that may not be read',
    from: existing,
    words: ['ci'],
    spoil: (path) => writeFileSync(join(path, '.yo-rc.json'), '{}', { mode: 0 }),
    code: 2,
    says: /\.yo-rc\.json: can't be read/,
  },
  {
    about: 'a folder where nothing may be written',
    spoil: (path) => chmodSync(path, 0o555),
    mend: (path) => chmodSync(path, 0o755),
    code: 1,
    says: /nothing was written.*(EACCES|permission denied)/,
  },
  {
    about: 'a folder of a project where nothing may be written',
    from: existing,
    spoil: (path) => mkdirSync(join(path, '.github'), { mode: 0o555 }),
    code: 1,
    words: ['ci', '--ci', 'github'],
    says: /nothing was written.*(EACCES|permission denied)/,
  },
  {
    about: 'a README that is no text',
    from: existing,
    spoil: (path) => writeFileSync(join(path, 'README.md'), Buffer.from([0, 1, 2])),
    code: 3,
    says: /README\.md/,
  },
  {
    about: 'a README that is a folder',
    from: existing,
    spoil: (path) => {
      rmSync(join(path, 'README.md'));
      mkdirSync(join(path, 'README.md'));
    },
    code: 3,
    says: /README\.md: a folder is where a file must be/,
  },
  {
    about: 'a README that is a pipe',
    from: existing,
    spoil: (path) => {
      rmSync(join(path, 'README.md'));
      spawnSync('mkfifo', [join(path, 'README.md')]);
    },
    code: 3,
    says: /README\.md/,
  },
  {
    about: 'a README that leads out of the project',
    from: existing,
    spoil: (path) => {
      writeFileSync(join(path, '../outside.md'), '# outside\n');
      rmSync(join(path, 'README.md'));
      symlinkSync('../outside.md', join(path, 'README.md'));
    },
    code: 3,
    says: /README\.md: .*leads out/,
  },
  {
    about: 'a folder that leads out of the project',
    from: existing,
    words: ['ci', '--ci', 'github'],
    spoil: (path) => {
      mkdirSync(join(path, '../elsewhere'), { recursive: true });
      symlinkSync('../elsewhere', join(path, '.github'));
    },
    code: 3,
    says: /\.github.*leads out/,
  },
  {
    about: 'a file where the tool keeps its own',
    from: existing,
    spoil: (path) => writeFileSync(join(path, '.imagine'), ''),
    code: 3,
    says: /\.imagine/,
  },
];

test.each(bad.map((each) => [each.about, each] as const))('%s', (about, each) => {
  const path = place(about.replaceAll(' ', '-'), each.from);
  each.spoil(path);
  try {
    if (each.mend) {
      const ended = run(path, [...(each.words ?? ['.']), ...quick], nobody);
      expect(ended.stderr).toMatch(each.says);
      expect(ended.stderr.trim().split('\n')).toHaveLength(1);
      expect(ended.code).toBe(each.code);
    } else refused(path, each.words ?? ['.'], each);
  } finally {
    each.mend?.(path);
  }
  expect(readdirSync(path).filter((name) => name.startsWith('.imagine-'))).toEqual([]);
});

test('the current folder is gone', () => {
  const path = place('gone');
  const code = `process.chdir(${JSON.stringify(path)}); fs.rmdirSync(${JSON.stringify(path)});`;
  const around = { cwd: folder.path, encoding: 'utf8' } as const;
  const script = `${code} process.argv[1] = ''; const { spawnSync } = require('child_process');
    const run = spawnSync(process.execPath, [${JSON.stringify(built.bin)}, 'shop', '--offline'], { encoding: 'utf8' });
    console.log(JSON.stringify([run.status, run.stderr]))`;
  const { stdout } = spawnSync('node', ['-e', script], around);
  expect(JSON.parse(stdout)).toEqual([2, expect.stringMatching(/folder is gone/)]);
});

test('a Node that is too old', () => {
  const old =
    "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.11.0'})";
  const ended = spawnSync('node', ['--import', old, built.bin, '--version'], { encoding: 'utf8' });
  expect(ended).toMatchObject({ status: 2, stdout: '' });
  expect(ended.stderr).toMatch(/needs Node 22\.18.*20\.11\.0/);
});

/** A small file system of its own, as root. */
function mounted(name: string, options: string, use: (path: string) => void): void {
  const path = join(folder.path, name);
  mkdirSync(path);
  const mount = (words: string[]) => spawnSync('mount', [...words, path], { encoding: 'utf8' });
  expect(mount(['-t', 'tmpfs', '-o', options, 'tmpfs'])).toMatchObject({ status: 0, stderr: '' });
  try {
    use(path);
  } finally {
    expect(spawnSync('umount', [path])).toMatchObject({ status: 0 });
  }
}

test.each([
  ['a new app', undefined, 'size=100k,mode=777'],
  ['a retrofit', existing, 'size=48k,mode=777'],
  ['no file more', existing, 'nr_inodes=16,mode=777'],
])('a full disk: %s', (about, from, options) => {
  mounted(`full-${about.replaceAll(' ', '-')}`, options, (path) => {
    if (from) cpSync(from, path, { recursive: true });
    refused(path, ['.'], { code: 1, says: /nothing was written: ENOSPC/ });
  });
});

test('a file system that is mounted read-only', () => {
  mounted('read-only', 'size=1m', (path) => {
    cpSync(existing, path, { recursive: true });
    spawnSync('mount', ['-o', 'remount,ro', path]);
    refused(path, ['.'], { code: 1, says: /nothing was written: EROFS/ });
  });
});

/** A run that ends by itself or by a signal. */
function started(cwd: string, words: readonly string[]) {
  const child = spawn(process.execPath, [built.bin, ...words, ...quick], { cwd, stdio: 'ignore' });
  const ended = new Promise<number | string | null>((done) => {
    child.once('exit', (code, signal) => done(code ?? signal));
  });
  return { child, ended };
}

test('a signal at any moment leaves all or nothing', async () => {
  const whole = place('whole');
  const begin = performance.now();
  expect(await started(whole, ['.', '--name', 'shop']).ended).toBe(0);
  const duration = performance.now() - begin;
  const all = Object.keys(readFolder(whole)).sort();
  const seen = new Map<string, number>();
  const rounds = 40;
  for (let round = 0; round <= rounds; round++) {
    const path = place(`signal-${round}`);
    const { child, ended } = started(path, ['.', '--name', 'shop']);
    // The first is hit before it starts, the last is left to its end.
    const moment = sleep((duration * round) / rounds);
    await (round === rounds ? ended : Promise.race([moment, ended]));
    child.kill((['SIGINT', 'SIGTERM', 'SIGHUP'] as const)[round % 3]);
    await ended;
    const now = Object.keys(readFolder(path)).sort();
    expect([[], all]).toContainEqual(now);
    seen.set(now.length === 0 ? 'nothing' : 'all', round);
  }
  expect([...seen.keys()].sort()).toEqual(['all', 'nothing']);
}, 60_000);

test('runs at once in one project: each is done or refused, and the end is that of one', async () => {
  const [one, many] = [place('one', existing), place('many', existing)];
  expect(await started(one, ['app', '--name', 'notes']).ended).toBe(0);
  const runs = Array.from({ length: 5 }, () => started(many, ['app', '--name', 'notes']).ended);
  const codes = await Promise.all(runs);
  expect(codes).toContain(0);
  expect(codes.filter((code) => code !== 0 && code !== 3)).toEqual([]);
  expect(withoutSecrets(readFolder(many))).toEqual(withoutSecrets(readFolder(one)));
});

test.each([
  ['imagine', () => [built.bin]],
  ['yo', () => [...built.yo, 'imagine']],
])('%s: whoever reads the output may stop', (door, words) => {
  const all = [process.execPath, ...words(), `./piped-${door}`, ...quick].join(' ');
  const around = { cwd: folder.path, encoding: 'utf8' } as const;
  const ended = spawnSync('bash', ['-c', `${all} | true; exit "\${PIPESTATUS[0]}"`], around);
  expect(ended).toMatchObject({ status: 0, stderr: '' });
  expect(Object.keys(readFolder(join(folder.path, `piped-${door}`))).length).toBeGreaterThan(60);
});

test.each([
  ['fails', '#!/bin/sh\necho broken >&2\nexit 7\n', /npm install` failed \(exit 7\)/],
  ['is not there', undefined, /npm install` failed/],
])('an install that %s: exit 4, and the files are whole', (about, npm, says) => {
  const bin = place(`npm-${about.replaceAll(' ', '-')}`);
  if (npm) writeFileSync(join(bin, 'npm'), npm, { mode: 0o755 });
  const shop = `shop-${about.replaceAll(' ', '-')}`;
  const words = [shop, '--defaults', '--offline', '--skip-git'];
  const env = { PATH: `${bin}:/usr/bin:/bin`, HOME: folder.path };
  const ended = run(folder.path, words, { env: npm ? env : { ...env, PATH: bin } });
  expect(ended).toMatchObject({ code: 4, stderr: expect.stringMatching(says) });
  expect(ended.stdout).toContain('npm install');
  expect(Object.keys(readFolder(join(folder.path, shop))).length).toBeGreaterThan(60);
});

test('what the tool kept is damaged: it says so and goes on', () => {
  const path = place('damaged', existing);
  expect(run(path, ['ci', ...quick])).toMatchObject({ code: 0 });
  for (const text of ['{', '[]', '{"a": 1}', '']) {
    writeFileSync(join(path, '.imagine/base.json'), text);
    const ended = run(path, ['ci', ...quick]);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toMatch(/\.imagine\/base\.json: is missing or damaged/);
  }
});
