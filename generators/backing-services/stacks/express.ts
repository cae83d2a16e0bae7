import { factor, feature, listed, needs } from '../../../lib/lines.ts';
import type { Declarations } from '../../../lib/types.ts';

/** Kysely over what the database's row brings, and pino. */
export const express: Declarations = {
  dependencies: needs('kysely', 'pino'),
  lines: [
    ...feature(30, 'requestLog', './http/request-log.ts'),
    ...listed('src/resources.ts', 'resources', {
      name: 'openDatabase',
      from: './database/database.ts',
      item: 'database: openDatabase(parts.config, parts.patience),',
      rank: 10,
    }),
    ...listed('src/commands.ts', 'commands', {
      name: 'migrateCommand',
      from: './commands/migrate.ts',
      rank: 10,
    }),
  ],
  rows: [
    factor(
      4,
      'IV. Backing services',
      'attached by URL; away and back without a restart',
      '`src/resources.ts`, `src/database/`',
    ),
    factor(11, 'XI. Logs', 'JSON lines on standard output', '`src/logger.ts`'),
  ],
};
