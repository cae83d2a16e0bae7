import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openAdminStore } from '../../src/admin/store.ts';
import { logIn, startAdmin } from '../support/admin.ts';
import { absentDatabase } from '../support/database.ts';

test('sessions and attempts are kept for their time', async () => {
  await using admin = await startAdmin();
  const store = openAdminStore(admin.context.resources);
  const { ADDRESS: name } = admin.shared;
  await store.writeSession(name, 'first', 1);
  await store.writeSession(name, 'second', 1);
  assert.equal(await store.readSession(name), 'second');
  assert.equal(await store.countAttempt(name, 1), 1);
  assert.equal(await store.countAttempt(name, 1), 2);
  await sleep(1100);
  assert.equal(await store.readSession(name), undefined);
  assert.equal(await store.countAttempt(name, 1), 1);
});

test('attempts at the same time all count', async () => {
  await using admin = await startAdmin();
  const store = openAdminStore(admin.context.resources);
  const counts = Array.from({ length: 5 }, () => store.countAttempt(admin.shared.ADDRESS, 60));
  assert.deepEqual((await Promise.all(counts)).sort(), [1, 2, 3, 4, 5]);
});

test('without the database it lives, is not ready, and says that it is a matter of time', async () => {
  await using admin = await startAdmin({ DATABASE_URL: absentDatabase }, { waits: false });
  assert.equal((await admin.send('/healthz')).status, 200);
  assert.equal((await admin.send('/readyz')).status, 503);
  assert.equal((await logIn(admin)).answer.status, 503);
});
