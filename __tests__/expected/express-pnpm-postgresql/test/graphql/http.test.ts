import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApp } from '../support/app.ts';
import { absentDatabase } from '../support/database.ts';
import { ask, codesOf } from '../support/graphql.ts';

const query = '{ todos { total } }';

test('only a bearer token opens it', async () => {
  await using app = await startApp({ API_TOKENS: 'one' });
  const refused = await app.send('POST', '/graphql', { query });
  assert.equal(refused.status, 401);
  assert.equal(refused.headers.get('WWW-Authenticate'), 'Bearer');
  assert.match(refused.headers.get('Content-Type') ?? '', /^application\/problem\+json/);
  const headers = { Authorization: 'Bearer one' };
  const answer = await app.send('POST', '/graphql', { query }, headers);
  assert.deepEqual(await answer.json(), { data: { todos: { total: 0 } } });
});

test('a query may come by GET, a mutation may not', async () => {
  await using app = await startApp();
  const get = (document: string) =>
    app.send('GET', `/graphql?query=${encodeURIComponent(document)}`);
  assert.deepEqual(await (await get(query)).json(), { data: { todos: { total: 0 } } });
  const refused = await get('mutation { createTodo(title: "a") { id } }');
  assert.deepEqual(codesOf((await refused.json()) as object), ['BAD_REQUEST']);
  assert.deepEqual((await ask(app, query)).data, { todos: { total: 0 } });
});

for (const [status, method, body, type] of [
  [400, 'POST', '{', 'application/json'],
  [413, 'POST', JSON.stringify({ query: ' '.repeat(200_000) }), 'application/json'],
  [415, 'POST', query, 'application/graphql'],
  [415, 'POST', 'query=x', 'application/x-www-form-urlencoded'],
  [405, 'PUT', '{}', 'application/json'],
] as const) {
  test(`${method} of ${type} can be problem ${status}`, async () => {
    await using app = await startApp();
    const answer = await app.send(method, '/graphql', body, { 'Content-Type': type });
    assert.equal(answer.status, status);
    assert.match(answer.headers.get('Content-Type') ?? '', /^application\/problem\+json/);
  });
}

for (const body of [
  'null',
  '5',
  '[]',
  '{}',
  '[{"query":"{ __typename }"}]',
  '{"query":""}',
  '{"query":"{ __typename }","variables":[]}',
]) {
  test(`the body ${body} is no request`, async () => {
    await using app = await startApp();
    const answer = await app.send('POST', '/graphql', body);
    assert.equal(answer.status, 400);
    assert.match(answer.headers.get('Content-Type') ?? '', /^application\/problem\+json/);
  });
}

for (const search of ['', '?query=', '?query={__typename}&variables=x']) {
  test(`the query string ${search} is no request`, async () => {
    await using app = await startApp();
    assert.equal((await app.send('GET', `/graphql${search}`)).status, 400);
  });
}

test('other origins get no leave to read', async () => {
  await using app = await startApp();
  const headers = { Origin: 'https://pages.example' };
  const answer = await app.send('POST', '/graphql', { query }, headers);
  assert.equal(answer.headers.get('Access-Control-Allow-Origin'), null);
});

test('without the database it is a matter of time, and tells nothing of it', async () => {
  await using app = await startApp({ DATABASE_URL: absentDatabase });
  const answer = await app.send('POST', '/graphql', { query });
  assert.equal(answer.status, 503);
  const text = await answer.text();
  assert.match(text, /"SERVICE_UNAVAILABLE"/);
  assert.doesNotMatch(text, /sqlite|connect|open|database|absent/i);
});

test('an error that nobody expected tells nothing of itself', async () => {
  await using app = await startApp();
  await app.context.resources.database.db.schema.dropTable('todos').execute();
  const answer = await ask(app, query);
  assert.deepEqual(codesOf(answer), ['INTERNAL_SERVER_ERROR']);
  assert.doesNotMatch(JSON.stringify(answer.errors?.[0]?.message), /table|relation|sql/i);
});
