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
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commit } from '../lib/commit.ts';

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

test('what a killed run left beside its targets is swept away', async () => {
  writeFileSync(join(root, '.imagine-0123456789ab.new.a.txt'), 'cut');
  await commit(root, [{ path: 'a.txt', text: '1' }]);
  expect(readdirSync(root)).toEqual(['a.txt']);
});
