import { Kysely, sql } from 'kysely';
import type { CommonConfig } from '../config.ts';
import type { Resource } from '../resource.ts';
import { createDialect, isAway } from './dialect.ts';
import type { Tables } from './tables.ts';

/** The database as an attached resource. */
export interface Database extends Resource {
  db: Kysely<Tables>;
}

/**
 * Attaches the database of DATABASE_URL; it connects at the first query, and again after a loss.
 * Patience: the milliseconds after which a query fails that waits for the database.
 */
export function openDatabase({ DATABASE_URL }: CommonConfig, patience: number): Database {
  const db = new Kysely<Tables>({ dialect: createDialect(DATABASE_URL, patience) });
  return { db, check: () => sql`select 1`.execute(db), isAway, close: () => db.destroy() };
}
