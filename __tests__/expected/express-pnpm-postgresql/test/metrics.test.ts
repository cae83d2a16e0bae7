import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import express from 'express';
import { metrics } from '../src/metrics/metrics.ts';
import { startApp } from './support/app.ts';

test('requests are counted by the pattern of their address', async () => {
  await using app = await startApp();
  const other = express();
  metrics(other, app.context);
  other.get('/things/:id', (_request, response) => response.sendStatus(204));
  const server = other.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const path of ['things/1', 'things/2', 'nowhere']) await fetch(`${url}/${path}`);
  const text = await (await fetch(`${url}/metrics`)).text();
  server.close();
  assert.match(text, /_count\{method="GET",route="\/things\/:id",status="204"\} 2/);
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
