import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApp } from './support/app.ts';

test('requests are counted by the pattern of their address', async () => {
  await using app = await startApp();
  await app.send('GET', '/api/todos/1');
  await app.send('GET', '/nowhere');
  const text = await (await app.send('GET', '/metrics')).text();
  assert.match(text, /_count\{method="GET",route="\/api\/todos\/:id",status="404"\} 1/);
  assert.match(text, /_count\{method="GET",route="none",status="404"\} 1/);
  assert.match(text, /^process_cpu_seconds_total /m);
});

test('in production only who has METRICS_TOKEN sees them', async () => {
  const NODE_ENV = 'production';
  await using closed = await startApp({ NODE_ENV });
  assert.equal((await closed.send('GET', '/metrics')).status, 404);
  await using open = await startApp({ NODE_ENV, METRICS_TOKEN: 'm' });
  assert.equal((await open.send('GET', '/metrics')).status, 401);
  const Authorization = 'Bearer m';
  assert.equal((await open.send('GET', '/metrics', undefined, { Authorization })).status, 200);
});
