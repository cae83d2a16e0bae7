import { combine } from '../../lib/declare.ts';
import { trees } from '../../lib/lines.ts';
import type { Concern, Declarations } from '../../lib/types.ts';
import { analytics } from './analytics/catalog.ts';
import { caches } from './caches/catalog.ts';
import { databases } from './databases/catalog.ts';
import { logs } from './logs/catalog.ts';
import { monitoring } from './monitoring/catalog.ts';
import { stacks } from './stacks/catalog.ts';

const data: Declarations = {
  ignored: [{ heading: 'Data', patterns: ['data/', '*.sqlite*'] }],
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
          { trees: trees(`backing-services/templates/${stack.name}/common`) },
          stacks[stack.name] ?? {},
        ]),
};
