import type { Client } from './client.ts';

/** A pool of pg. */
export const postgresql: Client = {
  package: 'pg',
  from: 'pg',
  made: 'new (?:\\w+\\.)?Pool',
  services: ['postgresql'],
  check: 'checkPool',
  ask: (name) => `${name}.query('SELECT 1')`,
};
