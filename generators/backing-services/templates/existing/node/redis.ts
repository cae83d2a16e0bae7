import { createClient } from 'redis';

/** The cache of REDIS_URL, connected; it connects again by itself, and is ended by `close()`. */
export async function openCache() {
  const url = process.env['REDIS_URL'];
  if (!url) throw new Error('REDIS_URL is missing');
  const client = createClient({ url });
  client.on('error', ({ message }: Error) =>
    process.stderr.write(`cache: ${message}\n`),
  );
  await client.connect();
  return client;
}
