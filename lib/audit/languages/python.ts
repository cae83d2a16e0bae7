import type { Kind, Language } from '../types.ts';
import { procfile, textOf } from './procfile.ts';
import { commandOf } from './words.ts';

const TARGETS: Readonly<Record<Kind, string>> = {
  web: 'start',
  admin: 'start-admin',
  release: 'release',
};
const COMMANDS = [
  ...['help', 'install', 'setup', 'services', 'dev', 'build', 'release', 'start', 'manage'],
  ...['lint', 'format', 'typecheck', 'test', 'coverage', 'check'],
];
const RUNNER = /^(?:uv run|poetry run)(?: --?[\w-]+)* /;

/** Python: the process of the Procfile, else the make target; the environment's folder in PATH. */
export const python: Language = {
  name: 'python',
  manifests: ['pyproject.toml', 'requirements.txt', 'manage.py'],
  environmentVariable: 'APP_ENV',
  path: ['.venv/bin', 'venv/bin'],
  admin: 'web',
  required: {
    web: ['DATABASE_URL', 'SECRET_KEY', 'API_TOKENS'],
    admin: ['DATABASE_URL', 'SECRET_KEY', 'API_TOKENS'],
    release: ['DATABASE_URL', 'SECRET_KEY', 'ADMIN_EMAIL', 'ADMIN_PASSWORD'],
  },
  runtime: {
    file: '.python-version',
    manifest: 'pyproject.toml',
    range: /requires-python\s*=\s*"\D*(\d+\.\d+)/,
  },
  missingCommands(directory) {
    const makefile = textOf(directory, 'Makefile') ?? '';
    return COMMANDS.filter((name) => !new RegExp(`^${name}\\s*:`, 'm').test(makefile));
  },
  command(directory, kind) {
    const line = procfile(directory)[kind === 'admin' ? 'web' : kind];
    if (line !== undefined) return commandOf(withoutRunner(directory, line));
    return textOf(directory, 'Makefile') === undefined
      ? undefined
      : { words: ['make', '--no-print-directory', TARGETS[kind]], variables: {} };
  },
};

/** A runner passes signals on late; with the environment's own folder in PATH it adds nothing. */
function withoutRunner(directory: string, line: string): string {
  const own = textOf(directory, '.venv/pyvenv.cfg') !== undefined;
  return own ? line.replace(RUNNER, '') : line;
}
