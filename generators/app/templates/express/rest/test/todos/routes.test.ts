import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { type GivenHeaders, startApp } from '../support/app.ts';
import { absentDatabase } from '../support/database.ts';
import { makeTodo, newTodo } from './factories.ts';

const app = await startApp();
after(() => app[Symbol.asyncDispose]());

test('a todo is made, read, changed and removed', async () => {
  const created = await app.send('POST', '/api/todos', newTodo({ title: 'Milk' }));
  assert.equal(created.status, 201);
  const todo = (await created.json()) as { id: string };
  const address = created.headers.get('Location') ?? '';
  assert.equal(address, `/api/todos/${todo.id}`);
  assert.deepEqual(await (await app.send('GET', address)).json(), todo);
  const changed = await app.send('PATCH', address, { done: true });
  assert.deepEqual(await changed.json(), { ...todo, done: true });
  assert.deepEqual(await (await app.send('PATCH', address, {})).json(), { ...todo, done: true });
  assert.equal((await app.send('DELETE', address)).status, 204);
  for (const method of ['GET', 'DELETE']) {
    assert.equal((await app.send(method, address)).status, 404);
  }
  assert.equal((await app.send('PATCH', address, { done: true })).status, 404);
});

test('the list comes in the order of creation, a part at a time', async () => {
  const before = (await (await app.send('GET', '/api/todos')).json()) as { total: number };
  const made = [];
  for (const title of ['a', 'b', 'c']) made.push(await makeTodo(app, { title }));
  const address = `/api/todos?limit=2&offset=${before.total + 1}`;
  const page = (await (await app.send('GET', address)).json()) as { items: { title: string }[] };
  const rest = { total: before.total + 3, limit: 2, offset: before.total + 1 };
  const expected = [...made].sort((a, b) =>
    `${a.createdAt}${a.id}` < `${b.createdAt}${b.id}` ? -1 : 1,
  );
  assert.deepEqual(page, { items: expected.slice(1), ...rest });
});

for (const query of [
  'limit=0',
  'limit=101',
  'limit=abc',
  'limit=',
  'offset=-1',
  'limit=1&limit=2',
]) {
  test(`?${query} is refused`, async () => {
    assert.equal((await app.send('GET', `/api/todos?${query}`)).status, 422);
  });
}

for (const body of [
  {},
  [],
  'null',
  '"text"',
  { title: '' },
  { title: 5 },
  { title: 'a', done: 'true' },
  { title: 'a', other: 1 },
  { title: 'x'.repeat(201) },
  { title: 'a\0b' },
  { title: '\ud800' },
  '{"title":"a","__proto__":{"done":true}}',
]) {
  test(`the body ${JSON.stringify(body).slice(0, 40)} is refused`, async () => {
    const response = await app.send('POST', '/api/todos', body);
    assert.equal(response.status, 422);
    assert.match(response.headers.get('Content-Type') ?? '', /^application\/problem\+json/);
  });
}

test('a title has up to 200 characters, not code units', async () => {
  const title = '🦊'.repeat(200);
  assert.equal((await makeTodo(app, { title })).title, title);
});

test('a fault is told with the place where it is', async () => {
  const body = { title: 5, 'a/b': 1 };
  const problem = await (await app.send('POST', '/api/todos', body)).json();
  const { errors } = problem as { errors: { pointer: string }[] };
  assert.deepEqual(errors.map(({ pointer }) => pointer).sort(), ['/a~1b', '/title']);
});

test('an id has one form, and a malformed one is looked at before the body', async () => {
  const { id } = await makeTodo(app);
  for (const form of [id.toUpperCase(), 'x']) {
    assert.equal((await app.send('PATCH', `/api/todos/${form}`, '{')).status, 404);
  }
});

for (const id of ['1', 'x', '%ff', `${randomUUID()}0`, randomUUID()]) {
  test(`/api/todos/${id.slice(0, 8)}… is not found`, async () => {
    assert.equal((await app.send('GET', `/api/todos/${id}`)).status, 404);
  });
}

test('text that is no UTF-8 is refused, and nothing is kept in its place', async () => {
  const title = '\xff';
  const body = Buffer.from(`{"title":"${title}"}`, 'latin1');
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(`${app.url}/api/todos`, { method: 'POST', body, headers });
  assert.equal(response.status, 400);
});

test('a type may tell more', async () => {
  const headers = { 'Content-Type': 'application/json; charset="UTF-8"' };
  assert.equal((await app.send('POST', '/api/todos', newTodo(), headers)).status, 201);
});

const refused: [status: number, body: string, headers?: GivenHeaders][] = [
  [400, '{"title":'],
  [413, JSON.stringify({ title: 'x'.repeat(200_000) })],
  [415, 'title=a', { 'Content-Type': 'application/x-www-form-urlencoded' }],
  [415, '{}', { 'Content-Encoding': 'gzip' }],
  [415, '{}', { 'Content-Type': 'application/json; charset=utf-16' }],
];
for (const [status, body, headers] of refused) {
  test(`a body of another kind is problem ${status}: ${body.slice(0, 9)}`, async () => {
    const response = await app.send('POST', '/api/todos', body, headers);
    assert.equal(response.status, status);
    assert.match(response.headers.get('Content-Type') ?? '', /^application\/problem\+json/);
  });
}

test('without the database the answer is 503', async () => {
  await using away = await startApp({ DATABASE_URL: absentDatabase });
  assert.equal((await away.send('GET', '/api/todos')).status, 503);
});
