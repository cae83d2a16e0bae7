import type { Client } from './client.ts';

/** A client of ioredis. */
export const ioredis: Client = {
  package: 'ioredis',
  from: 'ioredis',
  made: 'new (?:IO)?Redis',
  services: ['redis'],
  check: 'checkRedis',
  ask: (name) => `${name}.ping()`,
};
