import type { Client } from './client.ts';

/** A pool of mysql2 that promises. */
export const mysql: Client = {
  package: 'mysql2',
  from: 'mysql2/promise',
  made: '(?:\\w+\\.)?createPool',
  services: ['mysql'],
  check: 'checkPool',
  ask: (name) => `${name}.query('SELECT 1')`,
};
