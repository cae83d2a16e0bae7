import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { test } from 'node:test';
import { startApp } from '../support/app.ts';

/** Asks with a Host of one's own, which `fetch` doesn't let through. */
async function ask(url: string, headers: Record<string, string>): Promise<IncomingMessage> {
  const [response] = await once(get(url, { headers }), 'response');
  return response.resume();
}

test('without PUBLIC_URL any host is served', async () => {
  await using app = await startApp();
  assert.equal((await ask(`${app.url}/nowhere`, { Host: 'any.example' })).statusCode, 404);
});

test('with PUBLIC_URL other hosts are not, health excepted', async () => {
  await using app = await startApp({
    PUBLIC_URL: 'http://shop.example',
    ALLOWED_HOSTS: 'other.example',
  });
  const status = async (Host: string, path: string) =>
    (await ask(app.url + path, { Host })).statusCode;
  assert.equal(await status('shop.example', '/nowhere'), 404);
  assert.equal(await status('Shop.example:8080', '/nowhere'), 404);
  assert.equal(await status('other.example', '/nowhere'), 404);
  assert.equal(await status('evil.example', '/nowhere'), 421);
  assert.equal(await status('evil.example', '/healthz'), 200);
  assert.equal(await status('evil.example', '/readyz'), 200);
});

test('https: redirects plain requests and sends HSTS; a proxy is believed when it is trusted', async () => {
  await using app = await startApp({ PUBLIC_URL: 'https://shop.example', TRUSTED_PROXIES: '1' });
  const headers = { Host: 'shop.example' };
  const plain = await ask(`${app.url}/nowhere?limit=1`, headers);
  assert.equal(plain.statusCode, 308);
  assert.equal(plain.headers.location, 'https://shop.example/nowhere?limit=1');
  assert.equal(plain.headers['strict-transport-security'], undefined);
  const secure = await ask(`${app.url}/nowhere`, { ...headers, 'X-Forwarded-Proto': 'https' });
  assert.equal(secure.statusCode, 404);
  assert.equal(secure.headers['strict-transport-security'], 'max-age=31536000');
  assert.equal((await ask(`${app.url}/readyz`, headers)).statusCode, 200);
});

test('a proxy that is not trusted is not believed', async () => {
  await using app = await startApp({ PUBLIC_URL: 'https://shop.example' });
  const headers = { Host: 'shop.example', 'X-Forwarded-Proto': 'https' };
  assert.equal((await ask(`${app.url}/nowhere`, headers)).statusCode, 308);
});

test('of several X-Forwarded-* words the one of the trusted proxy counts', async () => {
  await using app = await startApp({ PUBLIC_URL: 'https://shop.example', TRUSTED_PROXIES: '1' });
  const status = async (host: string, protocol: string) => {
    const headers = { 'X-Forwarded-Host': host, 'X-Forwarded-Proto': protocol };
    return (await ask(`${app.url}/nowhere`, headers)).statusCode;
  };
  assert.equal(await status('evil.example, shop.example', 'http, https'), 404);
  assert.equal(await status('shop.example, evil.example', 'https'), 421);
  assert.equal(await status('shop.example', 'https, http'), 308);
});
