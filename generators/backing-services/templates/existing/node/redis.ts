import { createClient } from 'redis';

/**
 * What speaks to the cache.
 *
 * @public
 */
export type Cache = ReturnType<typeof createClient>;

/**
 * The cache of REDIS_URL, connected; it connects again by itself, and is ended
 * by `close()`.
 *
 * @public
 */
export async function openCache(): Promise<Cache> {
  const { REDIS_URL: url = '' } = process.env;
  if (url === '') {
    throw new Error('REDIS_URL is missing');
  }
  const client: Cache = createClient({ url });
  client.on('error', ({ message }: Error) => {
    process.stderr.write(`cache: ${message}\n`);
  });
  await client.connect();
  return client;
}

let asked: Promise<Cache> | undefined;

/**
 * Rejects while the cache does not answer; one connection is kept for that.
 */
export async function checkCache(): Promise<void> {
  asked ??= openCache();
  const client = await asked;
  client.unref();
  if (!client.isReady) {
    throw new Error('the cache does not answer');
  }
  await client.ping();
}
