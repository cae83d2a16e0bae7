import { factor, feature, lines, needsInDevelopment } from '../../../lib/lines.ts';
import type { Command, Declarations } from '../../../lib/types.ts';

const manage = 'node --enable-source-maps dist/manage.js';

const commands: readonly Command[] = [
  {
    name: 'setup',
    run: 'node scripts/setup.ts',
    about: 'Make a clone ready: install, complete `.env`, start the services, migrate',
  },
  {
    name: 'services',
    run: 'node scripts/services.ts',
    about: 'Start the backing services for development',
  },
  {
    name: 'dev',
    run: 'node scripts/dev.ts',
    about: 'Develop: every process, started again at each change',
  },
  {
    name: 'build',
    run: 'node scripts/build.ts',
    about: 'Build `dist/`, the same for every environment',
  },
  { name: 'release', run: `${manage} migrate`, about: 'Release: migrate the database' },
  { name: 'manage', run: manage, about: 'Run a one-off command: `migrate`, `seed`' },
];

/** Scripts that run, bundle and serve. */
export const express: Declarations = {
  ignored: [{ heading: 'Build', patterns: ['dist/', '*.tsbuildinfo'] }],
  dependencies: needsInDevelopment('esbuild'),
  commands,
  lines: [
    ...feature(20, 'health', './http/health.ts'),
    ...lines('scripts/entries.ts#entries', ["'web'", "'manage'"]),
    ...lines('scripts/entries.ts#processes', ["'web'"]),
    ...lines('Procfile#processes', [`release: ${manage} migrate`]),
  ],
  rows: [
    factor(
      5,
      'V. Build, release, run',
      'three commands, one artefact',
      '`scripts/build.ts`, `Procfile`',
    ),
    factor(6, 'VI. Processes', 'no state in the process', '`src/server.ts`'),
    factor(7, 'VII. Port binding', '`PORT` and `HOST`', '`src/server.ts`'),
    factor(8, 'VIII. Concurrency', 'more processes, side by side', '`Procfile`'),
    factor(
      9,
      'IX. Disposability',
      'quick start; a stop finishes what is under way',
      '`src/lifecycle.ts`',
    ),
  ],
};
