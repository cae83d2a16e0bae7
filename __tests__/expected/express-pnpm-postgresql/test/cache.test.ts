import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openCache } from '../src/cache.ts';
import { createLogger } from '../src/logger.ts';
import { startApp } from './support/app.ts';
import { eventually } from './support/process.ts';
import { settings } from './support/settings.ts';

const log = createLogger('silent');

test('what was loaded is kept for its time, by every process', async () => {
  const [one, two] = [openCache(settings, log), openCache(settings, log)];
  await eventually(async () => one.client.isReady && two.client.isReady);
  const key = randomUUID();
  assert.equal(await one.remember(key, 1, async () => 'first'), 'first');
  assert.equal(await two.remember(key, 1, async () => 'second'), 'first');
  await sleep(1100);
  assert.equal(await two.remember(key, 1, async () => 'third'), 'third');
  await Promise.all([one.close(), two.close()]);
});

test('while the cache is away everything is loaded, and the app is not ready', async () => {
  await using app = await startApp({ REDIS_URL: 'redis://127.0.0.1:1' });
  const { cache } = app.context.resources;
  assert.equal(await cache.remember('key', 1, async () => 'loaded'), 'loaded');
  assert.equal((await app.send('GET', '/readyz')).status, 503);
  assert.equal((await app.send('GET', '/healthz')).status, 200);
});
