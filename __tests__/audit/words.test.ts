import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { node } from '../../lib/audit/languages/node.ts';
import { python } from '../../lib/audit/languages/python.ts';
import { commandOf } from '../../lib/audit/languages/words.ts';

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function folderOf(files: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'audit-words-'));
  folders.push(directory);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  return directory;
}

const LINES: readonly (readonly [line: string, words: readonly string[], variables: object])[] = [
  ['node dist/web.js', ['node', 'dist/web.js'], {}],
  ['A=1 B="two words" node x.js', ['node', 'x.js'], { A: '1', B: 'two words' }],
  ['node -e \'a b\' --title="c d"', ['node', '-e', 'a b', '--title=c d'], {}],
  ['gunicorn -b :$PORT app', ['sh', '-c', 'exec gunicorn -b :$PORT app'], {}],
  ['migrate && start', ['sh', '-c', 'migrate && start'], {}],
];

test.each(LINES)('%s', (line, words, variables) => {
  expect(commandOf(line)).toEqual({ words, variables });
});

test('a script behind a package manager is the process itself', () => {
  const scripts = { start: 'node dist/web.js', 'start:admin': 'node dist/admin.js' };
  const manifest = JSON.stringify({ scripts });
  for (const line of ['npm run start', 'yarn start', 'pnpm run --silent start']) {
    const directory = folderOf({ 'package.json': manifest, Procfile: `web: ${line}\n` });
    expect(node.command(directory, 'web')?.words).toEqual(['node', 'dist/web.js']);
  }
  const bare = folderOf({ 'package.json': manifest });
  expect(node.command(bare, 'admin')?.words).toEqual(['node', 'dist/admin.js']);
  expect(node.command(bare, 'release')).toBeUndefined();
});

test('the commands that a manifest lacks are named', () => {
  const directory = folderOf({ 'package.json': '{"scripts":{"start":"x"}}', Makefile: 'dev:\n' });
  expect(node.missingCommands(directory, new Set(['admin']))).toContain('start:admin');
  expect(node.missingCommands(directory, new Set())).not.toContain('start');
  expect(python.missingCommands(directory, new Set())).not.toContain('dev');
  expect(python.missingCommands(directory, new Set())).toContain('build');
});

test('Python: the Procfile, else the make target', () => {
  expect(python.command(folderOf({ Makefile: 'start:\n' }), 'web')?.words.at(-1)).toBe('start');
  const directory = folderOf({ Procfile: 'web: uv run gunicorn app\n' });
  expect(python.command(directory, 'admin')?.words).toEqual(['uv', 'run', 'gunicorn', 'app']);
});
