import { Pool } from 'pg';

/**
 * The database of DATABASE_URL; connections are made when they are needed, and
 * ended by `end()`.
 *
 * @public
 */
export function openDatabase(): Pool {
  const { DATABASE_URL: connectionString = '' } = process.env;
  if (connectionString === '') {
    throw new Error('DATABASE_URL is missing');
  }
  const pool = new Pool({ connectionString, connectionTimeoutMillis: 5000 });
  // An idle connection that breaks is replaced; it must not end the process.
  pool.on('error', ({ message }) => {
    process.stderr.write(`database: ${message}\n`);
  });
  return pool;
}

/** Rejects while the database does not answer. */
export async function checkDatabase(): Promise<void> {
  const pool = openDatabase();
  try {
    await pool.query('SELECT 1');
  } finally {
    await pool.end();
  }
}
