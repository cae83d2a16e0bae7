import { type Client, sql } from './client.ts';

/** Knex. */
export const knex: Client = {
  package: 'knex',
  from: 'knex',
  made: '(?:knex|Knex|require\\([\'"]knex[\'"]\\))',
  services: sql,
  check: 'checkKnex',
  ask: (name) => `${name}.raw('SELECT 1')`,
};
