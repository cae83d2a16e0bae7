import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApp } from '../support/app.ts';
import { absentDatabase } from '../support/database.ts';

test('a process lives, and is ready when what it needs answers', async () => {
  await using app = await startApp();
  assert.equal((await app.send('GET', '/healthz')).status, 200);
  assert.equal((await app.send('GET', '/readyz')).status, 200);
});

test('while it drains it lives, but is not ready', async () => {
  await using app = await startApp();
  app.context.lifecycle.draining = true;
  assert.equal((await app.send('GET', '/healthz')).status, 200);
  assert.equal((await app.send('GET', '/readyz')).status, 503);
});

test('without its database it lives, but is not ready', async () => {
  await using app = await startApp({ DATABASE_URL: absentDatabase });
  assert.equal((await app.send('GET', '/healthz')).status, 200);
  assert.equal((await app.send('GET', '/readyz')).status, 503);
});
