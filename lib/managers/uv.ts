import { make } from './make.ts';
import type { Manager } from './manager.ts';

/** uv, which brings the Python that the project asks for. */
export const uv = {
  name: 'uv',
  title: 'uv',
  language: 'python',
  lockFile: 'uv.lock',
  lockFiles: ['uv.lock'],
  install: 'uv sync',
  relock: '',
  installLocked: 'uv sync --locked',
  installProduction: 'uv sync --locked --no-dev',
  withoutScripts: '',
  run: make,
  exec: (program, ...words) => ['uv run', program, ...words].join(' '),
  manifests: ['pyproject.toml', 'uv.lock'],
  cache: '/root/.cache/uv',
  ciCache: 'uv',
  ecosystem: 'uv',
  // It names the index in any case, and has no setting against that.
  index: {
    variables: /^UV_(?:DEFAULT_INDEX|INDEX|INDEX_URL|EXTRA_INDEX_URL)$/,
    settings: ['~/.config/uv/uv.toml', '/etc/uv/uv.toml'],
    declared: ['uv.toml'],
    advice:
      'lock without those settings (`uv lock --no-config`, and no UV_… set), or declare the index in pyproject.toml',
  },
  newest: {
    words: (runtime) => [
      ...['uv', 'pip', 'compile', '-', '--quiet', '--no-header', '--no-annotate'],
      ...['--no-python-downloads', '--python-version', runtime],
    ],
    pin: /^([\w.-]+)(?:\[[^\]]*\])?==(\S+)/gm,
  },
  manifest: { 'tool.uv': { package: false } },
  commands: [{ name: 'install', run: 'uv sync', about: 'Install the dependencies, and lock them' }],
  lines: [
    {
      at: 'Dockerfile#manager',
      rank: 0,
      text: [
        'ENV UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never',
        'RUN --mount=type=cache,target=/root/.cache/pip pip install "uv>=0.13,<1"',
      ].join('\n'),
    },
    {
      at: '.github/workflows/ci.yml#manager',
      rank: 0,
      text: [
        '- uses: astral-sh/setup-uv@20cfd1bf945f4377ade1205e4dbc17946fc9a30d # v10.0.1',
        '  with:',
        '    enable-cache: true',
      ].join('\n'),
    },
  ],
} satisfies Manager;
