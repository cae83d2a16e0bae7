import { make } from './make.ts';
import type { Manager, Newest } from './manager.ts';

/** pip resolves without installing, for the runtime of the app and not for its own. */
export const pipNewest: Newest = {
  words: (runtime) => [
    ...['python3', '-u', '-m', 'pip', 'install', '--dry-run', '--ignore-installed', '--no-deps'],
    ...['--only-binary=:all:', '--python-version', runtime, '--target', '.', '-r', '/dev/stdin'],
  ],
  pin: /(?:(?<=^Would install .*))\b([\w.-]+)-(\d[\w.!+]*)(?= |$)/gm,
};

const development = [
  'import pathlib, tomllib',
  'project = tomllib.loads(pathlib.Path("pyproject.toml").read_text())',
  'print(*project["dependency-groups"]["dev"], sep="\\n")',
].join('; ');

const install = [
  'test -x .venv/bin/pip-compile || { python$$(cut -d. -f-2 .python-version) -m venv .venv && .venv/bin/pip install --quiet pip-tools; }',
  'test requirements.txt -nt pyproject.toml || pip-compile --output-file requirements.txt pyproject.toml',
  `test requirements-dev.txt -nt pyproject.toml || python -c '${development}' | pip-compile --output-file requirements-dev.txt pyproject.toml -`,
  'pip-sync --quiet requirements-dev.txt',
];

/** The lock files have hashes, and name no index. */
const settings = {
  'allow-unsafe': true,
  'emit-find-links': false,
  'emit-index-url': false,
  'emit-trusted-host': false,
  'generate-hashes': true,
  quiet: true,
  'strip-extras': true,
};

const installFrom = (file: string): string =>
  `python -m venv --without-pip .venv && pip --python .venv install --require-hashes -r ${file}`;

/** pip, with the lock files of pip-tools: all that runs, and all with what development needs. */
export const pip = {
  name: 'pip',
  title: 'pip',
  language: 'python',
  lockFile: 'requirements.txt',
  lockFiles: ['requirements.txt'],
  install: 'pip install --requirement requirements.txt',
  relock: '',
  installLocked: installFrom('requirements-dev.txt'),
  installProduction: installFrom('requirements.txt'),
  withoutScripts: '',
  run: make,
  exec: (program, ...words) => [program, ...words].join(' '),
  manifests: ['pyproject.toml', 'requirements.txt'],
  cache: '/root/.cache/pip',
  ciCache: 'pip',
  ecosystem: 'pip',
  newest: pipNewest,
  manifest: { 'tool.pip-tools': settings },
  commands: [
    { name: 'install', run: install.join('\n'), about: 'Install the dependencies, and lock them' },
  ],
  lines: [
    { at: '.github/workflows/ci.yml#python', rank: 0, text: 'cache: pip' },
    {
      at: '.gitattributes#lock',
      rank: 1,
      text: 'requirements-dev.txt -diff linguist-generated',
    },
  ],
} satisfies Manager;
