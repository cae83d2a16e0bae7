import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApp } from '../support/app.ts';

test('the id of a request is kept, or made', async () => {
  await using app = await startApp();
  const kept = await app.send('GET', '/api/nowhere', undefined, { 'X-Request-Id': 'abc-1' });
  assert.equal(kept.headers.get('X-Request-Id'), 'abc-1');
  const made = await app.send('GET', '/api/nowhere', undefined, { 'X-Request-Id': 'a b' });
  assert.match(made.headers.get('X-Request-Id') ?? '', /^[\da-f-]{36}$/);
});

test('answers forbid what an API never needs', async () => {
  await using app = await startApp();
  const { headers } = await app.send('GET', '/api/nowhere');
  assert.match(headers.get('Content-Security-Policy') ?? '', /default-src 'none'/);
  assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
  assert.equal(headers.get('X-Powered-By'), null);
  assert.equal(headers.get('Strict-Transport-Security'), null);
});

test('only tokens of API_TOKENS open the API', async () => {
  await using app = await startApp({ API_TOKENS: 'one,two' });
  const status = async (Authorization: string) =>
    (await app.send('GET', '/api/nowhere', undefined, { Authorization })).status;
  assert.equal(await status('Bearer one'), 404);
  assert.equal(await status('bearer two'), 404);
  for (const wrong of ['Bearer three', 'Bearer', 'Basic one', 'one']) {
    assert.equal(await status(wrong), 401);
  }
  const { headers } = await app.send('GET', '/api/nowhere');
  assert.equal(headers.get('WWW-Authenticate'), 'Bearer');
  assert.equal((await app.send('GET', '/readyz')).status, 200);
});

test('other origins stay out, unless CORS_ORIGINS names them', async () => {
  const Origin = 'https://pages.example';
  const ask = { Origin, 'Access-Control-Request-Method': 'PATCH' };
  await using closed = await startApp();
  const refused = await closed.send('OPTIONS', '/api/nowhere', undefined, ask);
  assert.equal(refused.headers.get('Access-Control-Allow-Origin'), null);
  await using open = await startApp({ CORS_ORIGINS: Origin, API_TOKENS: 'one' });
  const allowed = await open.send('OPTIONS', '/api/nowhere', undefined, ask);
  assert.equal(allowed.status, 204);
  assert.equal(allowed.headers.get('Access-Control-Allow-Origin'), Origin);
  const other = await open.send('OPTIONS', '/api/nowhere', undefined, {
    ...ask,
    Origin: 'https://x.example',
  });
  assert.notEqual(other.headers.get('Access-Control-Allow-Origin'), 'https://x.example');
});
