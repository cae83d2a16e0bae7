import { PostgresDialect } from 'kysely';
import { Pool } from 'pg';

/** Codes of an error that comes from the network. */
const network = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EPIPE',
  'ETIMEDOUT',
];
/** PostgreSQL's own: no connection, login or database, no resources, ended by an operator. */
const classes = /^(08|28|3D|53|57P|57014)/;
/** Errors of the driver, which have no code. */
const messages = /timeout|terminated|not queryable/i;

/** Whether an error says that the database cannot be reached, rather than that a query is wrong. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some(isAway)) return true;
  const code = 'code' in error ? String(error.code) : undefined;
  if (code === undefined) return messages.test(error.message);
  return network.includes(code) || classes.test(code);
}

/** Kysely's dialect over a pool of connections; none is made before the first query. */
export function createDialect(address: string, patience: number): PostgresDialect {
  const pool = new Pool({
    connectionString: address,
    connectionTimeoutMillis: Math.min(patience, 5000),
    query_timeout: patience,
    statement_timeout: patience,
    keepAlive: true,
    maxLifetimeSeconds: 1800,
  });
  // An idle connection that breaks is no fault of anybody: the next query makes a new one.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}
