import type { Command } from '../command.ts';
import { migrate } from '../database/migrate.ts';

/** Brings the database to the newest schema. */
export const migrateCommand: Command = {
  name: 'migrate',
  about: 'brings the database to the newest schema',
  async run({ log, resources }) {
    const done = await migrate(resources.database.db);
    for (const { migrationName } of done) log.info({ migration: migrationName }, 'migrated');
    if (done.length === 0) log.info('the schema is the newest');
  },
};
