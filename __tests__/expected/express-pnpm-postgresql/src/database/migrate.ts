import type { Kysely } from 'kysely';
import { type MigrationResult, Migrator } from 'kysely/migration';
import { migrations } from '../migrations/index.ts';
import type { Tables } from './tables.ts';

/** Brings the database to the newest schema; harmless again, and beside another run. */
export async function migrate(db: Kysely<Tables>): Promise<MigrationResult[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return results;
}
