import { createClient } from 'redis';

/**
 * The cache of REDIS_URL, connected; it connects again by itself, and is ended
 * by `close()`.
 *
 * @public
 */
export async function openCache() {
  const { REDIS_URL: url = '' } = process.env;
  if (url === '') {
    throw new Error('REDIS_URL is missing');
  }
  const client = createClient({ url });
  client.on('error', ({ message }) => {
    process.stderr.write(`cache: ${message}\n`);
  });
  await client.connect();
  return client;
}

/** @type {ReturnType<typeof openCache> | undefined} */
let asked;

/**
 * Rejects while the cache does not answer; one connection is kept for that.
 */
export async function checkCache() {
  if (!asked) asked = openCache();
  const client = await asked;
  client.unref();
  if (!client.isReady) {
    throw new Error('the cache does not answer');
  }
  await client.ping();
}
