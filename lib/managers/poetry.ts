import { make } from './make.ts';
import type { Manager } from './manager.ts';
import { pipNewest } from './pip.ts';

const lock = 'poetry check --lock --quiet || poetry lock';

/** Poetry 2, with the environment inside the project. */
export const poetry = {
  name: 'poetry',
  title: 'Poetry',
  language: 'python',
  lockFile: 'poetry.lock',
  lockFiles: ['poetry.lock'],
  install: 'poetry install',
  relock: '',
  installLocked: 'poetry sync',
  installProduction: 'poetry sync --only main',
  withoutScripts: '',
  run: make,
  exec: (program, ...words) => ['poetry run', program, ...words].join(' '),
  manifests: ['pyproject.toml', 'poetry.lock', 'poetry.toml'],
  cache: '/root/.cache/pypoetry',
  ciCache: 'poetry',
  ecosystem: 'pip',
  // Poetry itself tells no newest version without writing.
  newest: pipNewest,
  trees: [{ folder: 'app/templates/managers/poetry' }],
  manifest: { 'tool.poetry': { 'package-mode': false } },
  commands: [
    {
      name: 'install',
      run: `${lock}\npoetry sync`,
      about: 'Install the dependencies, and lock them',
    },
  ],
  lines: [
    {
      at: 'Dockerfile#manager',
      rank: 0,
      text: 'RUN --mount=type=cache,target=/root/.cache/pip pip install "poetry>=2,<3"',
    },
    {
      at: '.github/workflows/ci.yml#manager',
      rank: 0,
      text: '- uses: snok/install-poetry@a783c322200f0519c7926aa6faa857c4e23e9263 # v1.4.2',
    },
    { at: '.github/workflows/ci.yml#python', rank: 0, text: 'cache: poetry' },
  ],
} satisfies Manager;
