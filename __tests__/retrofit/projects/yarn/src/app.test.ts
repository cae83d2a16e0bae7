import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildApp } from './app.js';

test('a parcel that is known', async () => {
  const app = await buildApp();
  const reply = await app.inject('/parcels/A1');
  assert.deepEqual(reply.json(), { id: 'A1', place: 'Oslo' });
});

test('a parcel that is not', async () => {
  const app = await buildApp();
  assert.equal((await app.inject('/parcels/Z9')).statusCode, 404);
});
