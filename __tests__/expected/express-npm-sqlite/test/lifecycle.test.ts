import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { absentDatabase, scratchDatabase } from './support/database.ts';
import { eventually, linesOf, startProcess } from './support/process.ts';

const database = await scratchDatabase();
after(database.drop);
const env = { DATABASE_URL: database.url };

const slow = 'test/support/slow.ts';

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal}: the request under way is answered, then the process ends with 0`, async () => {
    const web = startProcess(slow, env, ['500']);
    const answer = fetch(await web.url);
    await sleep(200);
    web.child.kill(signal);
    web.child.kill(signal);
    assert.equal(await (await answer).text(), 'done');
    assert.equal((await answer).headers.get('Connection'), 'close');
    const { code, output } = await web.end;
    assert.equal(code, 0);
    assert.equal(linesOf(output).at(-1)?.message, 'stopped');
  });
}

test('a connection that says nothing keeps nobody waiting', async () => {
  const web = startProcess('src/web.ts', env);
  const socket = connect(Number(new URL(await web.url).port), '127.0.0.1');
  await once(socket, 'connect');
  const start = performance.now();
  web.child.kill('SIGTERM');
  assert.equal((await web.end).code, 0);
  assert.ok(performance.now() - start < 1000);
});

test('SHUTDOWN_DELAY: not ready, but still serving', async () => {
  const web = startProcess('src/web.ts', { ...env, SHUTDOWN_DELAY: '1' });
  const url = await web.url;
  web.child.kill('SIGTERM');
  await eventually(async () => (await fetch(`${url}/readyz`)).status === 503);
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
  assert.equal((await web.end).code, 0);
});

test('SHUTDOWN_TIMEOUT: what takes longer is cut, counted, and the status is 1', async () => {
  const web = startProcess(slow, { ...env, SHUTDOWN_TIMEOUT: '1' }, ['60000']);
  const answer = fetch(await web.url).catch(() => 'cut');
  await sleep(200);
  web.child.kill('SIGTERM');
  const { code, output } = await web.end;
  assert.equal(code, 1);
  assert.ok(linesOf(output).some(({ cut }) => cut === 1));
  assert.equal(await answer, 'cut');
});

test('a fault is logged, and ends the process with 1, after its other requests', async () => {
  const web = startProcess(slow, { ...env, SHUTDOWN_TIMEOUT: '1' }, ['500']);
  const url = await web.url;
  const answer = fetch(url);
  const failed = fetch(`${url}/fault`).catch(() => 'cut');
  assert.equal(await (await answer).text(), 'done');
  web.child.kill('SIGTERM');
  const { code, output } = await web.end;
  assert.equal(code, 1);
  assert.ok(linesOf(output).some(({ level }) => level === 'fatal'));
  await failed;
});

test('a port in use: status 1 and one line that names PORT', async () => {
  const first = startProcess('src/web.ts', env);
  const { port } = new URL(await first.url);
  const { code, output } = await startProcess('src/web.ts', { ...env, PORT: port }).end;
  assert.equal(code, 1);
  assert.equal(linesOf(output).filter(({ message }) => /PORT/.test(String(message))).length, 1);
  first.child.kill('SIGTERM');
  await first.end;
});

test('a wrong environment: status 78, every variable named', async () => {
  const { code, output, errors } = await startProcess('src/web.ts', { SECRET_KEY: 'x', PORT: 'y' })
    .end;
  assert.equal(code, 78);
  assert.equal(output, '');
  assert.match(errors, /SECRET_KEY/);
  assert.match(errors, /PORT/);
});

test('the log has one JSON object a line, with the id of the request', async () => {
  const web = startProcess('src/web.ts', env);
  await fetch(`${await web.url}/nowhere`, { headers: { 'X-Request-Id': 'r-1' } });
  web.child.kill('SIGTERM');
  const { output, errors } = await web.end;
  const line = linesOf(output).find(({ requestId }) => requestId === 'r-1');
  assert.equal(line?.path, '/nowhere');
  assert.equal(line?.level, 'info');
  assert.ok(Date.parse(String(line?.time)) > 0);
  assert.equal(errors, '');
});

test('commands: once more is harmless, an unknown one is 2, a failure is 1', async () => {
  for (const name of ['migrate', 'migrate']) {
    assert.equal((await startProcess('src/manage.ts', env, [name]).end).code, 0);
  }
  assert.equal((await startProcess('src/manage.ts', env, ['unknown']).end).code, 2);
  const away = await startProcess('src/manage.ts', { DATABASE_URL: absentDatabase }, ['migrate'])
    .end;
  assert.equal(away.code, 1);
});

test('two releases at once follow each other', async () => {
  const fresh = await scratchDatabase();
  const runs = [1, 2, 3].map(
    () => startProcess('src/manage.ts', { DATABASE_URL: fresh.url }, ['migrate']).end,
  );
  const ends = await Promise.all(runs);
  await fresh.drop();
  for (const { code, output } of ends) assert.equal(code, 0, output);
});
