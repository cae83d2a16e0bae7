import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startApp } from '../support/app.ts';

const app = await startApp();
after(() => app[Symbol.asyncDispose]());

const json = { 'Content-Type': 'application/json' };
const cases: [
  status: number,
  method: string,
  path: string,
  body?: string,
  headers?: HeadersInit,
][] = [
  [400, 'POST', '/api/todos', '{"title":'],
  [404, 'GET', '/api'],
  [404, 'GET', '/api/unknown'],
  [404, 'GET', '/api/todos/'],
  [404, 'GET', '/unknown'],
  [405, 'PUT', '/api/todos'],
  [405, 'POST', '/healthz'],
  [413, 'POST', '/api/todos', JSON.stringify({ title: 'x'.repeat(200_000) })],
  [415, 'POST', '/api/todos', 'title=a', { 'Content-Type': 'application/x-www-form-urlencoded' }],
  [415, 'POST', '/api/todos', '{}', { ...json, 'Content-Encoding': 'unknown' }],
];
for (const [status, method, path, body, headers = json] of cases) {
  test(`${method} ${path} is problem ${status}`, async () => {
    const response = await app.send(method, path, body, headers);
    const problem = (await response.json()) as { status: number; title: string };
    assert.equal(response.status, status);
    assert.match(response.headers.get('Content-Type') ?? '', /^application\/problem\+json/);
    assert.equal(problem.status, status);
    assert.notEqual(problem.title, '');
  });
}

test('405 and OPTIONS tell the methods that an address has', async () => {
  const wrong = await app.send('PUT', '/api/todos');
  assert.equal(wrong.headers.get('Allow'), 'GET, HEAD, POST, OPTIONS');
  const options = await app.send('OPTIONS', '/api/todos');
  assert.equal(options.status, 204);
  assert.equal(options.headers.get('Allow'), 'GET, HEAD, POST, OPTIONS');
});

test('an error that nobody expected tells nothing of itself', async () => {
  await app.context.resources.database.db.schema.dropTable('todos').execute();
  const response = await app.send('GET', '/api/todos');
  assert.equal(response.status, 500);
  assert.doesNotMatch(await response.text(), /todos|table|relation|sql/i);
});
