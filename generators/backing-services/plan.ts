import { combine } from '../../lib/declare.ts';
import { factor, feature, listed, needs, trees } from '../../lib/lines.ts';
import type { Concern, Declarations } from '../../lib/types.ts';
import { analytics } from './analytics/catalog.ts';
import { caches } from './caches/catalog.ts';
import { databases } from './databases/catalog.ts';
import { logs } from './logs/catalog.ts';
import { monitoring } from './monitoring/catalog.ts';

const express: Declarations = {
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
};

const stacks: Readonly<Record<string, Declarations>> = { express };

const data: Declarations = {
  ignored: [{ heading: 'Data', patterns: ['data/', '*.sqlite*'] }],
};

/** Which file keeps which factor. */
const factors: Declarations = {
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

/** Factors IV and XI: databases, caches, logs, monitoring and analytics as attached resources. */
export const backingServices: Concern = {
  name: 'backing-services',
  title: 'Database, cache, logs, monitoring, analytics',
  factors: ['IV', 'XI'],
  options: [
    {
      name: 'database',
      about: 'Database',
      kind: 'one',
      rows: databases,
      none: 'existing',
      retrofit: 'none',
      initial: () => 'sqlite',
      ask: true,
    },
    { name: 'cache', about: 'Cache', kind: 'one', rows: caches, none: true, ask: true },
    { name: 'logs', about: 'Where logs go', kind: 'one', rows: logs },
    {
      name: 'monitoring',
      about: 'Monitoring',
      kind: 'many',
      rows: monitoring,
      none: true,
      ask: true,
    },
    { name: 'analytics', about: 'Product analytics', kind: 'one', rows: analytics, none: true },
  ],
  declare: ({ existing, stack }) =>
    existing
      ? data
      : combine([
          data,
          factors,
          { trees: trees(`backing-services/templates/${stack.name}/common`) },
          stacks[stack.name] ?? {},
        ]),
};
