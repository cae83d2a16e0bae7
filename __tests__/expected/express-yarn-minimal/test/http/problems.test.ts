import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { toProblem } from '../../src/http/errors.ts';
import { startApp } from '../support/app.ts';
import { absentDatabase } from '../support/database.ts';

const app = await startApp();
after(() => app[Symbol.asyncDispose]());

const cases: [status: number, method: string, path: string][] = [
  [404, 'GET', '/api'],
  [404, 'GET', '/api/nowhere'],
  [404, 'GET', '/healthz/'],
  [404, 'GET', '/nowhere'],
  [404, 'GET', '/%ff'],
  [405, 'POST', '/healthz'],
];
for (const [status, method, path] of cases) {
  test(`${method} ${path} is problem ${status}`, async () => {
    const response = await app.send(method, path);
    const problem = (await response.json()) as { status: number; title: string };
    assert.equal(response.status, status);
    assert.match(response.headers.get('Content-Type') ?? '', /^application\/problem\+json/);
    assert.equal(problem.status, status);
    assert.notEqual(problem.title, '');
  });
}

test('405 and OPTIONS tell the methods that an address has', async () => {
  const wrong = await app.send('PUT', '/healthz');
  assert.equal(wrong.headers.get('Allow'), 'GET, HEAD, OPTIONS');
  const options = await app.send('OPTIONS', '/healthz');
  assert.equal(options.status, 204);
  assert.equal(options.headers.get('Allow'), 'GET, HEAD, OPTIONS');
});

test('an error that nobody expected tells nothing of itself', async () => {
  const { resources } = app.context;
  const wrong = sql`select secret from nowhere`.execute(resources.database.db);
  const error = await wrong.catch((reason: unknown) => reason);
  const { status, details } = toProblem(error, resources);
  assert.deepEqual({ status, details }, { status: 500, details: {} });
});

test('a database that is away is a matter of time', async () => {
  await using away = await startApp({ DATABASE_URL: absentDatabase });
  const { resources } = away.context;
  const error = await resources.database.check?.().catch((reason: unknown) => reason);
  const { status, headers } = toProblem(error, resources);
  assert.equal(status, 503);
  assert.equal(headers['Retry-After'], '5');
});
