import type { Client } from './client.ts';

/** Postgres.js. */
export const postgres: Client = {
  package: 'postgres',
  from: 'postgres',
  made: 'postgres',
  services: ['postgresql'],
  check: 'checkPostgres',
  ask: (name) => `${name}\`SELECT 1\``,
};
