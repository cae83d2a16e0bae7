import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApp } from '../support/app.ts';

test('in development /admin leads to the admin process', async () => {
  await using app = await startApp({ NODE_ENV: 'development', ADMIN_PORT: '3001' });
  for (const path of ['/admin', '/admin/resources/todos?page=2']) {
    const { status, headers } = await app.send('GET', path);
    assert.equal(status, 302);
    assert.equal(headers.get('Location'), `http://127.0.0.1:3001${path}`);
  }
});

test('elsewhere it leads nowhere', async () => {
  await using app = await startApp({ ADMIN_PORT: '3001' });
  assert.equal((await app.send('GET', '/admin')).status, 404);
});
