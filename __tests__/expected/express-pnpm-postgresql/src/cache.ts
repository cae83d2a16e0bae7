import { createClient } from 'redis';
import type { CommonConfig } from './config.ts';
import type { Logger } from './logger.ts';
import type { Resource } from './resource.ts';

/** Milliseconds to wait for a connection, and at most between two attempts. */
const patience = 2000;

/** The cache as an attached resource. */
export interface Cache extends Resource {
  client: ReturnType<typeof createRedis>;
  /** The text kept under a key; where there is none, what `load` gives, kept for the seconds. */
  remember(key: string, seconds: number, load: () => Promise<string>): Promise<string>;
}

/** Attaches the Redis of REDIS_URL; while it is away, commands fail at once and it is tried again. */
export function openCache({ REDIS_URL }: Pick<CommonConfig, 'REDIS_URL'>, log: Logger): Cache {
  const client = createRedis(REDIS_URL);
  client.on('error', (err) => log.warn({ err }, 'the cache is away'));
  // What it rejects with was an error event already.
  client.connect().catch(() => undefined);
  return {
    client,
    check: () => client.ping(),
    async close() {
      if (client.isReady) await client.close();
      else client.destroy();
    },
    async remember(key, seconds, load) {
      const kept = await client.get(key).catch(() => null);
      if (kept !== null) return kept;
      const text = await load();
      await client.set(key, text, { expiration: { type: 'EX', value: seconds } }).catch(() => null);
      return text;
    },
  };
}

function createRedis(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    socket: {
      connectTimeout: patience,
      reconnectStrategy: (attempt) => Math.min(2 ** attempt * 50, patience),
    },
  });
}
