import type { Client } from './client.ts';

/** A client of node-redis that the code connects. */
export const redis: Client = {
  package: 'redis',
  from: 'redis',
  made: '(?:\\w+\\.)?createClient',
  services: ['redis'],
  check: 'checkRedis',
  ask: (name) => `${name}.ping()`,
  opened: (name) => `\\b${name}\\s*\\.\\s*connect\\(`,
};
