import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { scratchDatabase } from './support/database.ts';
import { eventually, linesOf, startProcess } from './support/process.ts';

const database = await scratchDatabase();
after(database.drop);
const env = { DATABASE_URL: database.url, WEB_CONCURRENCY: '2' };

test('workers share a port, come back after a crash, and all drain', async () => {
  const parent = startProcess('src/cluster.ts', env);
  const pids = new Set<number>();
  parent.child.stdout?.on('data', (chunk) => {
    for (const [, pid] of String(chunk).matchAll(/"pid":(\d+)[^\n]*"listening"/g))
      pids.add(Number(pid));
  });
  const url = await parent.url;
  await eventually(async () => pids.size === 2);
  const [first = 0] = pids;
  process.kill(first, 'SIGKILL');
  await eventually(async () => pids.size === 3);
  assert.equal((await fetch(`${url}/readyz`)).status, 200);
  parent.child.kill('SIGTERM');
  const { code, output, errors } = await parent.end;
  assert.equal(code, 0);
  assert.equal(errors, '');
  assert.equal(linesOf(output).filter(({ message }) => message === 'stopped').length, 2);
});

test('the figures of all workers are one', async () => {
  const parent = startProcess('src/cluster.ts', env);
  const url = await parent.url;
  const count = async () => {
    const text = await (await fetch(`${url}/metrics`)).text();
    return Number(/_count\{[^}]*"none"[^}]*\} (\d+)/.exec(text)?.[1]);
  };
  await eventually(async () => {
    await fetch(`${url}/nowhere`, { headers: { Connection: 'close' } });
    const [one, two] = [await count(), await count()];
    return one > 3 && one === two;
  });
  parent.child.kill('SIGTERM');
  assert.equal((await parent.end).code, 0);
});

test('the parent checks the environment before it starts anybody', async () => {
  const { code, errors } = await startProcess('src/cluster.ts', { ...env, WEB_CONCURRENCY: 'many' })
    .end;
  assert.equal(code, 78);
  assert.match(errors, /WEB_CONCURRENCY/);
});

test('a port in use ends the parent, too, with one line that names PORT', async () => {
  const first = startProcess('src/cluster.ts', env);
  const { port } = new URL(await first.url);
  const { code, output } = await startProcess('src/cluster.ts', { ...env, PORT: port }).end;
  assert.equal(code, 1);
  assert.equal(linesOf(output).filter(({ message }) => /PORT/.test(String(message))).length, 1);
  first.child.kill('SIGTERM');
  await first.end;
});
