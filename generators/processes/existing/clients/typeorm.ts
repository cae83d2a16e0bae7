import { type Client, sql } from './client.ts';

/** A data source of TypeORM that the code opens: one may be for migrations only. */
export const typeorm: Client = {
  package: 'typeorm',
  from: 'typeorm',
  made: 'new DataSource',
  services: sql,
  check: 'checkDataSource',
  ask: (name) => `${name}.query('SELECT 1')`,
  opened: (name) => `\\b${name}\\s*\\.\\s*initialize\\(`,
};
