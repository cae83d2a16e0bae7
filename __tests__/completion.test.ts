import { spawnSync } from 'node:child_process';
import { imagine, scratch } from './process.ts';

const folder = scratch();
afterAll(() => folder.remove());

/** What the shell is told can follow. */
const offered = (...words: string[]): readonly string[] =>
  imagine(folder.path, ['complete', '--', ...words])
    .stdout.split('\n')
    .map((line) => line.split('\t')[0] ?? '')
    .filter((word) => word !== '' && !word.startsWith(':'));

test('generators, options and their values are offered', () => {
  expect(offered('')).toEqual(expect.arrayContaining(['app', 'ci', 'docker']));
  expect(offered('d')).toEqual(['docker']);
  expect(offered('docker', '--data')).toEqual(['--database']);
  expect(offered('--database', '')).toEqual(expect.arrayContaining(['sqlite', 'postgresql']));
  expect(offered('ci', '--package-manager', 'p')).toEqual(['pnpm', 'poetry', 'pip']);
  expect(offered('--dry')).toEqual(['--dry-run']);
  expect(offered('docker', '-')).toEqual(expect.arrayContaining(['--database', '--help']));
});

test.each(['bash', 'zsh', 'fish'])('a script for %s', (shell) => {
  const { code, stdout, stderr } = imagine(folder.path, ['completion', shell]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('imagine complete --');
});

test('in bash, the word under the cursor is completed', () => {
  const { stdout } = imagine(folder.path, ['completion', 'bash']);
  const name = /complete -F (\S+) imagine/.exec(stdout)?.[1] ?? '';
  const bin = new URL('../bin/imagine.ts', import.meta.url).pathname;
  const script = `imagine() { "${process.execPath}" "${bin}" "$@"; }
    ${stdout}
    COMP_WORDS=(imagine docker --data); COMP_CWORD=2; COMP_LINE='imagine docker --data'; COMP_POINT=21
    ${name}; echo "\${COMPREPLY[@]}"`;
  const ended = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  expect(ended.stdout.trim()).toMatch(/^--database/);
});

test('another shell is refused', () => {
  const ended = imagine(folder.path, ['completion', 'tcsh']);
  expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining('bash|zsh|fish') });
});
