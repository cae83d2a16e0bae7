import { factor, lines, needsInDevelopment } from '../../../lib/lines.ts';
import type { Command, Declarations } from '../../../lib/types.ts';

/** Percent of lines that tests must reach: the one place of the threshold. */
const threshold = 80;

const commands: readonly Command[] = [
  {
    name: 'lint',
    run: [
      'ruff check',
      'ruff format --check',
      'bandit --quiet --recursive --configfile pyproject.toml .',
    ].join('\n'),
    about: 'Check style, common mistakes and security',
  },
  { name: 'format', run: 'ruff check --fix-only\nruff format', about: 'Mend style' },
  { name: 'typecheck', run: 'APP_PROCESS=build mypy .', about: 'Check types' },
  { name: 'test', run: 'python -m pytest', about: 'Run the tests' },
  {
    name: 'coverage',
    run: `python -m pytest --cov --cov-report=term-missing:skip-covered --cov-fail-under=${threshold}`,
    about: `Run the tests; ${threshold} % of the lines must be reached`,
  },
  {
    name: 'check',
    after: ['lint', 'typecheck', 'coverage', 'build'],
    run: '',
    about: 'All that CI checks, in its order',
  },
];

/** Ruff, mypy, bandit and pytest. */
export const django: Declarations = {
  lines: [
    ...lines('.gitattributes#lock', ['<%= lock-file %> -diff linguist-generated']),
    ...lines('pyproject.toml#mypy', ['"mypy_django_plugin.main"']),
  ],
  commands,
  dependencies: needsInDevelopment('bandit', 'mypy', 'pytest-cov', 'ruff'),
  rows: [
    factor(
      1,
      'I. Codebase',
      'one repository; checked by CI on every change',
      '`.github/workflows/ci.yml`, `.gitignore`',
    ),
    factor(
      2,
      'II. Dependencies',
      'declared, locked, and kept up to date',
      '`pyproject.toml`, `.github/dependabot.yml`',
    ),
  ],
};
