import { middleware } from '../../../lib/django.ts';
import { factor, lines } from '../../../lib/lines.ts';
import type { Command, Declarations } from '../../../lib/types.ts';

const collect = [
  'python manage.py collectstatic --no-input --clear --verbosity 0',
  "--ignore 'redoc*' --ignore '*.map'",
].join(' ');

const commands: readonly Command[] = [
  {
    name: 'setup',
    after: ['install'],
    run: 'python -m scripts.setup',
    about: 'Make a clone ready: install, complete `.env`, start the services, migrate',
  },
  {
    name: 'services',
    run: 'python -m scripts.services',
    about: 'Start the backing services for development',
  },
  {
    name: 'dev',
    run: 'APP_ENV=development python manage.py runserver',
    about: 'Develop: the web process, started again at each change',
  },
  {
    name: 'build',
    run: `${collect}\npython -m compileall -q -x '[.]venv|tests' .`,
    about: 'Build: static files and bytecode, the same for every environment',
  },
  {
    name: 'release',
    run: 'python manage.py release',
    about: 'Release: check the deployment, migrate the database',
  },
  { name: 'start', run: 'exec python -m config.serve', about: 'Run the web process' },
  {
    name: 'manage',
    run: 'python manage.py $(ARGS)',
    about: 'Run a one-off command: `make manage ARGS=seed`',
  },
];

/** Targets of the Makefile; the web process watches whichever server its row brings. */
export const django: Declarations = {
  ignored: [{ heading: 'Build', patterns: ['staticfiles/'] }],
  commands,
  lines: [
    ...middleware(20, 'config.health.HealthMiddleware'),
    ...lines('Procfile#processes', [
      'release: python manage.py release',
      'web: python -m config.serve',
    ]),
  ],
  rows: [
    factor(5, 'V. Build, release, run', 'three commands, one artefact', '`Makefile`, `Procfile`'),
    factor(6, 'VI. Processes', 'no state in the process', '`config/serve.py`'),
    factor(7, 'VII. Port binding', '`PORT` and `HOST`', '`config/server.py`'),
    factor(8, 'VIII. Concurrency', 'more processes, side by side', '`Procfile`'),
    factor(
      9,
      'IX. Disposability',
      'quick start; a stop finishes what is under way',
      '`config/supervisor.py`, `config/lifecycle.py`',
    ),
  ],
};
