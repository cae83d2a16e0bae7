import { filesAbove } from '../above.ts';
import type { Around } from '../formatter.ts';

const names = [
  ...['pyproject.toml', 'Pipfile', 'tox.ini', 'noxfile.py', 'Makefile', '.pre-commit-config.yaml'],
  ...['requirements-dev.txt', 'requirements.txt', 'dev-requirements.txt', 'setup.cfg', 'justfile'],
  ...['requirements/dev.txt', 'requirements/local.txt', 'requirements/development.txt'],
];

/** Whether a project's manifests, hooks or tasks name a formatter as a word of its own. */
export const isMentioned = (around: Around, word: string): boolean =>
  filesAbove(around, 'pyproject.toml', names).some(({ text }) =>
    new RegExp(`(?:^|[\\s"'/=,])${word}(?![\\w-])`, 'm').test(text),
  );
