import { tmpdir } from 'node:os';
import { pythonManagers } from '../../lib/managers/catalog.ts';
import type { Manager, Newest } from '../../lib/managers/manager.ts';
import { pythonRegistry } from '../../lib/versions/python.ts';

/** What a manager of Python prints, by which its versions are known. */
const printed: Readonly<Record<string, string>> = {
  uv: 'Django==6.1.3\npsycopg[binary]==3.3.9\nprometheus-client==0.26.0\n',
  poetry: 'Collecting django\nWould install Django-6.1.3 prometheus_client-0.26.0 psycopg-3.3.9\n',
  pip: 'Collecting django\nWould install Django-6.1.3 prometheus_client-0.26.0 psycopg-3.3.9\n',
};
const dependencies = [
  { name: 'django' },
  { name: 'psycopg', extras: ['binary'], within: '>=3,<3.9', because: 'a test' },
  { name: 'prometheus-client' },
  { name: 'nobody-has-it' },
];

/** Asks a program of Node's in the place of the manager's. */
const ask = (newest: Newest | undefined, program: string) =>
  pythonRegistry.newest(dependencies, {
    root: tmpdir(),
    runtime: '3.13',
    manager: {
      ...pythonManagers[0],
      newest: newest && { ...newest, words: () => [process.execPath, '-e', program] },
    } as Manager,
  });

test.each(pythonManagers)('$name: what it would take becomes ranges', async ({ name, newest }) => {
  expect(await ask(newest, `process.stdout.write(${JSON.stringify(printed[name])})`)).toEqual({
    django: '>=6.1.3,<7',
    psycopg: '>=3.3.9,<3.9',
    'prometheus-client': '>=0.26.0,<0.27',
  });
});

test('it is asked for packages with their extras and limits, on standard input', async () => {
  const echo = `process.stdin.on('data', (text) => {
    const wanted = 'django\\npsycopg[binary]>=3,<3.9\\nprometheus-client\\nnobody-has-it';
    if (String(text) === wanted) console.log('django==1.0');
  })`;
  expect(await ask(pythonManagers[0]?.newest, echo)).toEqual({ django: '>=1.0,<2' });
});

test('a manager that fails, is not there or is silent costs 3 s at most', async () => {
  const [uv] = pythonManagers;
  expect(await ask(uv?.newest, "console.log('django==1.0'); process.exit(1)")).toEqual({});
  const start = performance.now();
  expect(await ask(uv?.newest, 'setTimeout(() => console.log("django==1.0"), 9000)')).toEqual({});
  expect(performance.now() - start).toBeLessThan(6000);
  const missing = { words: () => ['no-such-manager'], pin: /x/g };
  const manager = { newest: missing } as unknown as Manager;
  expect(
    await pythonRegistry.newest(dependencies, { root: tmpdir(), runtime: '3.13', manager }),
  ).toEqual({});
}, 20_000);
