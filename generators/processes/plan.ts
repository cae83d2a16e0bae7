import { combine } from '../../lib/declare.ts';
import { factor, feature, lines, needsInDevelopment, tableRows, trees } from '../../lib/lines.ts';
import type { Command, Concern, Declarations } from '../../lib/types.ts';
import { existing } from './existing.ts';
import { servers } from './servers/catalog.ts';

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

const express: Declarations = {
  dependencies: needsInDevelopment('esbuild'),
  commands,
  lines: [
    ...feature(20, 'health', './http/health.ts'),
    ...lines('scripts/entries.ts#entries', ["'web'", "'manage'"]),
    ...lines('scripts/entries.ts#processes', ["'web'"]),
    ...lines('Procfile#processes', [`release: ${manage} migrate`]),
  ],
};

const stacks: Readonly<Record<string, Declarations>> = { express };

const addresses: Declarations = {
  rows: tableRows('Addresses', 10, {
    '`GET /healthz`': ['200 as long as the process lives'],
    '`GET /readyz`': ['200 when what requests need answers, else 503'],
  }),
};

/** Which file keeps which factor. */
const factors: Declarations = {
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

/** Factors V to IX: build, release, run; processes, ports, concurrency and disposability. */
export const processes: Concern = {
  name: 'processes',
  title: 'Build, release, run; server, port, signals, health',
  factors: ['V', 'VI', 'VII', 'VIII', 'IX'],
  options: [
    {
      name: 'server',
      about: 'Server container',
      kind: 'one',
      rows: servers,
    },
  ],
  declare: (project) =>
    project.existing
      ? existing(project)
      : combine([
          addresses,
          factors,
          {
            ignored: [{ heading: 'Build', patterns: ['dist/', '*.tsbuildinfo'] }],
            trees: trees(`processes/templates/${project.stack.name}/common`),
          },
          stacks[project.stack.name] ?? {},
        ]),
};
