import { tmpdir } from 'node:os';
import { stacks } from '../../lib/stacks/catalog.ts';
import type { Facts, Project } from '../../lib/types.ts';
import { resolveVersions } from '../../lib/versions/resolve.ts';
import { run } from '../run.ts';

/** The oldest runtime in what projects write, of either language. */
test.each([
  ['python', '>=3.9', '3.9'],
  ['python', '>=3.10,<4.0', '3.10'],
  ['python', '^3.11', '3.11'],
  ['python', '==3.12.*', '3.12'],
  ['python', '3.12.4', '3.12'],
  ['python', 'what?', undefined],
  ['node', '>=18.17', '18'],
  ['node', '^20.19 || >=22.12', '20'],
  ['node', '24.x', '24'],
  ['node', 'lts/*', undefined],
])('%s %s is %s at least', async (name, range, oldest) => {
  const stack = stacks.find(({ language }) => language.name === name);
  expect(await stack?.language.registry.oldest(range)).toBe(oldest);
});

const row = (name: string) => stacks.find((stack) => stack.name === name) ?? stacks[0];

/** The bundled range that a package gets in a project of a stack that says what it runs on. */
async function bundled(name: string, range: string, dependency: string) {
  const stack = row(name);
  const facts: Facts = { runtimeVersion: { value: range, evidence: [] } };
  const project = { stack, manager: stack?.managers[0], facts } as Project;
  const asked = { root: tmpdir(), project, offline: true };
  const { versions } = await resolveVersions([{ name: dependency }], asked);
  return versions[dependency]?.range;
}

test('a project that may run on an older runtime gets no range that shuts it out', async () => {
  expect(await bundled('django', '>=3.10', 'redis')).toMatch(/^>=\d[\d.]*,<\d+$/);
  expect(await bundled('django', '>=3.9', 'redis')).toMatch(/^<\d+$/);
  expect(await bundled('django', '>=3.9', 'psycopg')).toMatch(/^<\d+$/);
  expect(await bundled('express', '>=20', 'redis')).toMatch(/^\^\d/);
  expect(await bundled('express', '>=18', 'redis')).toMatch(/^<\d+$/);
});

test('the manager is asked for the oldest runtime that the project may run on', async () => {
  const stack = row('django');
  const [manager] = stack?.managers ?? [];
  const words = (runtime: string) => [process.execPath, '-p', `'redis==${runtime}'`];
  const facts: Facts = { runtimeVersion: { value: '>=3.9', evidence: [] } };
  const newest = { words, pin: /^(\w+)==(\S+)/gm };
  const project = { stack, facts, manager: { ...manager, newest } } as unknown as Project;
  const asked = { root: tmpdir(), project, offline: false };
  const { versions } = await resolveVersions([{ name: 'redis' }], asked);
  expect(versions.redis?.range).toBe('>=3.9,<4');
});

const django = { name: 'shop', stack: 'django', database: 'sqlite' };

test('a new app runs on what the file of the folder says, and keeps that file', async () => {
  const made = await run({ '.python-version': '3.12.4\n' }, 'app', django);
  expect(made['.python-version']).toBe('3.12.4\n');
  expect(made['pyproject.toml']).toMatch('requires-python = "==3.12.*"');
  expect(made.Dockerfile).toMatch('FROM python:3.12-slim');
  const again = await run(made, 'app', django);
  expect(again).toEqual(made);
});

test('on Python 3.11 a new app is of Django with long-term support', async () => {
  const made = await run({ '.python-version': '3.11\n' }, 'app', django);
  expect(made['pyproject.toml']).toMatch('"django>=5.2,<5.3"');
  expect(made['pyproject.toml']).toMatch('"django-csp>=');
  expect(made['config/settings.py']).toMatch('"csp.middleware.CSPMiddleware"');
  const python = Object.entries(made).filter(([path]) => path.endsWith('.py'));
  const newer = /django\.(?:utils|middleware)\.csp|^type \w+ =|^ *(?:def|class) \w+\[/m;
  expect(python.filter(([, text]) => newer.test(text)).map(([path]) => path)).toEqual([]);
});

test('a runtime that the stack has not is refused, and what there is is named', async () => {
  const older = run({ '.python-version': '3.10\n' }, 'app', django);
  await expect(older).rejects.toThrow(/\.python-version says 3\.10.*3\.11 or 3\.12 or 3\.13/);
  await expect(run({ '.node-version': '22\n' }, 'app', { name: 'shop' })).rejects.toThrow(
    /\.node-version says 22.*24/,
  );
});
