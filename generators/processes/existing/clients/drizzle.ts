import { type Client, sql } from './client.ts';

/** Drizzle over a server's driver; those of files have no `execute`. */
export const drizzle: Client = {
  package: 'drizzle-orm',
  from: 'drizzle-orm/(?:node-postgres|postgres-js|mysql2|neon-serverless)',
  made: 'drizzle',
  services: sql,
  check: 'checkDrizzle',
  ask: (name) => `${name}.execute(sql\`SELECT 1\`)`,
  needs: { name: 'sql', from: 'drizzle-orm' },
};
