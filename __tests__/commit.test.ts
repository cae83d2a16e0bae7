import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { commit } from '../lib/commit.ts';
import { filesOn } from '../lib/files.ts';
import { recover } from '../lib/undo.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'imagine-commit-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Every file of a folder with its text and mode. */
function snapshot(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names.map((name) => {
      const stats = statSync(join(folder, name));
      const text = stats.isFile() ? readFileSync(join(folder, name), 'utf8') : '/';
      return [name, `${(stats.mode & 0o777).toString(8)} ${text}`];
    }),
  );
}

test('writes new files, replaces old ones, deletes, keeps modes and leaves nothing beside', async () => {
  writeFileSync(join(root, 'run.sh'), 'old');
  chmodSync(join(root, 'run.sh'), 0o755);
  writeFileSync(join(root, 'gone'), 'x');
  await commit(root, [
    { path: 'run.sh', text: 'new' },
    { path: 'a/b/c.txt', text: 'é\r\n' },
    { path: 'gone', text: null },
    { path: '.env', text: 'A=1\n', mode: 0o600 },
  ]);
  const after = snapshot(root);
  expect(after).toEqual({
    '.env': '600 A=1\n',
    a: expect.stringContaining('/'),
    'a/b': expect.stringContaining('/'),
    'a/b/c.txt': '644 é\r\n',
    'run.sh': '755 new',
  });
});

test('makes the project folder, and takes it away again when the commit fails', async () => {
  const fresh = join(root, 'new/app');
  await expect(
    commit(fresh, [
      { path: 'a', text: '1' },
      { path: 'a/b', text: '2' },
    ]),
  ).rejects.toThrow(/nothing was written/);
  expect(snapshot(root)).toEqual({});
});

test('a folder where a file must be is a conflict, and nothing changes', async () => {
  mkdirSync(join(root, 'Dockerfile'));
  writeFileSync(join(root, 'a.txt'), 'mine');
  const before = snapshot(root);
  const run = commit(root, [
    { path: 'a.txt', text: 'theirs' },
    { path: 'Dockerfile', text: 'FROM' },
  ]);
  await expect(run).rejects.toMatchObject({
    code: 3,
    message: expect.stringContaining('Dockerfile'),
  });
  expect(snapshot(root)).toEqual(before);
});

test('a failure in the middle undoes what was renamed already', async () => {
  writeFileSync(join(root, 'a.txt'), 'mine');
  mkdirSync(join(root, 'locked'));
  writeFileSync(join(root, 'z'), 'file');
  const before = snapshot(root);
  await expect(
    commit(root, [
      { path: 'a.txt', text: 'theirs' },
      { path: 'z/b.txt', text: 'x' },
    ]),
  ).rejects.toThrow();
  expect(snapshot(root)).toEqual(before);
});

test('nothing is written through a symbolic link that leads out of the project', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'imagine-outside-'));
  try {
    symlinkSync(outside, join(root, 'src'));
    symlinkSync(join(outside, 'secret'), join(root, 'link'));
    writeFileSync(join(outside, 'secret'), 'keep');
    await expect(commit(root, [{ path: 'src/app.ts', text: 'x' }])).rejects.toMatchObject({
      code: 3,
    });
    await expect(commit(root, [{ path: 'link', text: 'x' }])).rejects.toMatchObject({ code: 3 });
    expect(snapshot(outside)).toEqual({ secret: '644 keep' });
  } finally {
    rmSync(outside, { recursive: true });
  }
});

test('a symbolic link inside the project stays a link, and its target gets the text', async () => {
  writeFileSync(join(root, 'real.txt'), 'old');
  symlinkSync('real.txt', join(root, 'link.txt'));
  await commit(root, [{ path: 'link.txt', text: 'new' }]);
  expect(readFileSync(join(root, 'real.txt'), 'utf8')).toBe('new');
  expect(readdirSync(root).sort()).toEqual(['link.txt', 'real.txt']);
});

/** A journal as a commit of one new and one replaced file leaves it when it is killed in the middle. */
function killed(journal: object = {}): void {
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
  writeFileSync(join(root, '.imagine-0123456789ab.old.a.txt'), 'mine');
  writeFileSync(join(root, 'a.txt'), 'theirs');
  writeFileSync(join(root, '.imagine-0123456789ab.new.b.txt'), 'cu');
  const files = [
    { path: 'a.txt', existed: true, digest: digest('theirs') },
    { path: 'b.txt', existed: false, digest: digest('cut') },
  ];
  const left = { pid: 2 ** 22 + 1, host: hostname(), mark: '0123456789ab', made: [], files };
  writeFileSync(join(root, '.imagine.lock'), JSON.stringify({ ...left, ...journal }));
}

test('what a killed run left is undone by the next one', async () => {
  killed();
  await recover(root);
  expect(snapshot(root)).toEqual({ 'a.txt': '644 mine' });
});

test('what the user wrote after a run was killed stays', async () => {
  killed();
  writeFileSync(join(root, 'a.txt'), 'newer');
  writeFileSync(join(root, 'b.txt'), 'own');
  await recover(root);
  expect(snapshot(root)).toEqual({ 'a.txt': '644 newer', 'b.txt': '644 own' });
});

test('a journal that names files outside the project touches none of them', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'imagine-outside-'));
  try {
    writeFileSync(join(outside, 'x'), '');
    const digest = createHash('sha256').digest('hex');
    const path = `../${basename(outside)}/x`;
    killed({ files: [{ path, existed: false, digest }], made: [`../${basename(outside)}`] });
    await expect(recover(root)).rejects.toMatchObject({ code: 3 });
    expect(readdirSync(outside)).toEqual(['x']);
  } finally {
    rmSync(outside, { recursive: true });
  }
});

test('a commit waits for another one in the project, and says who does not come to an end', async () => {
  killed({ pid: process.ppid });
  setTimeout(() => rmSync(join(root, '.imagine.lock')), 200);
  await commit(root, [{ path: 'c.txt', text: '1' }]);
  expect(readFileSync(join(root, 'c.txt'), 'utf8')).toBe('1');
  killed({ pid: process.ppid });
  await expect(commit(root, [{ path: 'c.txt', text: '2' }])).rejects.toMatchObject({
    code: 3,
    message: expect.stringContaining(`process ${process.ppid}`),
  });
});

test('a file that changed since it was read is not overwritten', async () => {
  writeFileSync(join(root, 'a.txt'), 'read');
  const before = filesOn(root);
  before.read('a.txt');
  writeFileSync(join(root, 'a.txt'), 'edited meanwhile');
  const run = commit(root, [{ path: 'a.txt', text: 'theirs' }], before);
  await expect(run).rejects.toMatchObject({ code: 3, message: expect.stringContaining('a.txt') });
  expect(snapshot(root)).toEqual({ 'a.txt': '644 edited meanwhile' });
});

test('a file that is no text is a conflict, and a deletion takes its empty folders along', async () => {
  writeFileSync(join(root, 'README.md'), Buffer.from([0, 1, 2]));
  const run = commit(root, [{ path: 'README.md', text: 'x' }], filesOn(root));
  await expect(run).rejects.toMatchObject({ code: 3 });
  mkdirSync(join(root, 'a/b/c'), { recursive: true });
  writeFileSync(join(root, 'a/b/c/d'), '');
  writeFileSync(join(root, 'a/x'), '');
  await commit(root, [{ path: 'a/b/c/d', text: null }]);
  expect(readdirSync(root, { recursive: true }).sort()).toEqual(['README.md', 'a', 'a/x']);
});
