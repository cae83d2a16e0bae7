import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * The database of DATABASE_URL, a file: `sqlite:///relative` or
 * `sqlite:////absolute`.
 *
 * @public
 */
export function openDatabase(): DatabaseSync {
  const { DATABASE_URL: address = '' } = process.env;
  const [, path = ''] = /^sqlite:\/\/\/(.+)$/.exec(address) ?? [];
  if (path === '') {
    throw new Error('DATABASE_URL is missing, or not sqlite:///<file>');
  }
  mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 5000');
  return database;
}

/** Throws while the file can't be read. */
export function checkDatabase(): void {
  const database = openDatabase();
  try {
    database.exec('SELECT 1');
  } finally {
    database.close();
  }
}
