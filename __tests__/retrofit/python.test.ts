import { join } from 'node:path';
import { readFolder, runAll, type Texts } from '../run.ts';
import { retrofit } from './support.ts';

const project = (name: string): Texts => readFolder(join(import.meta.dirname, 'projects', name));

/** A small service of FastAPI, with the files that its manager is known by. */
const service = (files: Texts): Texts => ({
  'shop/__init__.py': '',
  'shop/main.py':
    'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/health")\ndef health():\n    return {}\n',
  Procfile: 'web: uvicorn shop.main:app --host 0.0.0.0 --port 8000\n',
  ...files,
});
const poetry = `[tool.poetry]
name = "shop"
version = "1.0.0"

[tool.poetry.dependencies]
python = "^3.12"
fastapi = "*"
uvicorn = "*"
pytest-cov = "*"

[tool.pytest.ini_options]
testpaths = ["tests"]
`;
const pipfile = '[packages]\nfastapi = "*"\nuvicorn = "*"\n\n[requires]\npython_version = "3.12"\n';

/** What each manager's workflow and image must say, and in which order. */
const managers: readonly (readonly [string, Texts, readonly string[], readonly string[]])[] = [
  [
    'uv',
    project('uv'),
    ['setup-python@', 'setup-uv@', 'run: uv sync --locked\n'],
    [
      'pip install --root-user-action=ignore "uv<1"',
      'COPY pyproject.toml uv.lock',
      'uv sync --locked --no-dev',
      'COPY --from=build /venv',
    ],
  ],
  [
    'pip',
    project('pip'),
    [
      'python-version-file: .python-version',
      '--requirement requirements.txt --requirement requirements-dev.txt\n',
    ],
    [
      'COPY requirements-dev.txt requirements.txt',
      'pip install --requirement requirements.txt\n',
      'COPY --from=build /venv',
    ],
  ],
  [
    'poetry',
    service({
      'pyproject.toml': poetry,
      'poetry.lock': '',
      'tests/test_shop.py': 'def test_one():\n    pass\n',
    }),
    [
      'setup-python@',
      'install-poetry@',
      'run: poetry install --no-interaction\n',
      'poetry run pytest --cov',
    ],
    ['"poetry>=1.8,<3"', 'COPY pyproject.toml poetry.lock', '--only main --no-root'],
  ],
  [
    'Pipenv',
    service({ Pipfile: pipfile, 'Pipfile.lock': '{}' }),
    ['python -m pip install pipenv', 'run: pipenv sync --dev\n'],
    ['COPY Pipfile Pipfile.lock', 'pipenv sync\n'],
  ],
];

const inOrder = (text: string, parts: readonly string[]): void => {
  const places = parts.map((part) => text.indexOf(part));
  expect(
    Object.fromEntries(parts.map((part, index) => [part, (places[index] ?? -1) >= 0])),
  ).toEqual(Object.fromEntries(parts.map((part) => [part, true])));
  expect(places).toEqual([...places].sort((a, b) => a - b));
};

test.each(managers)(
  '%s: checks and image install what is locked',
  async (_, texts, steps, image) => {
    const after = await runAll(texts, ['ci', 'docker']);
    inOrder(after['.github/workflows/ci.yml'] ?? '', steps);
    inOrder(after.Dockerfile ?? '', image);
  },
);

test('an image runs the server on every interface, as a user that is not root', async () => {
  const image = (await runAll(project('uv'), ['docker'])).Dockerfile ?? '';
  inOrder(image, [
    'USER 1000:1000',
    'EXPOSE 4330',
    'HEALTHCHECK',
    '/health',
    'CMD ["uvicorn", "quotes.main:app"',
    '"0.0.0.0"',
  ]);
});

test('a server that listens on this machine only is told of the others by its environment', async () => {
  const texts = service({
    'requirements.txt': 'fastapi==0.115.0\nuvicorn==0.34.0\n',
    Procfile: 'web: uvicorn shop.main:app\n',
  });
  expect((await runAll(texts, ['docker'])).Dockerfile).toContain(
    'ENV UVICORN_HOST=0.0.0.0 UVICORN_PORT=8000\n',
  );
});

test('a linter that no command runs and nothing configures reports, and fails nothing', async () => {
  const texts = service({
    'requirements.txt': 'fastapi==0.115.0\nuvicorn==0.34.0\npylint==3.3.0\n',
  });
  const lint = (workflow = '') => /- name: Lint\n(?: {8}.*\n)*/.exec(workflow)?.[0];
  const file = '.github/workflows/ci.yml';
  const said = (await retrofit(texts, 'ci')).plan.notes.map(({ message }) => message);
  expect(said.join('\n')).toContain('nothing sets pylint up, so CI shows what it finds');
  expect(lint((await runAll(texts, ['ci']))[file])).toContain('continue-on-error: true');
  const configured = { ...texts, '.pylintrc': '[MAIN]\n' };
  expect(lint((await runAll(configured, ['ci']))[file])).not.toContain('continue-on-error');
  const commanded = { ...texts, Makefile: 'lint:\n\tpylint shop\n' };
  expect(lint((await runAll(commanded, ['ci']))[file])).not.toContain('continue-on-error');
});

test('PDM comes with the versions that it was released with, and installs what tests need', async () => {
  const texts = service({
    'pyproject.toml': [
      '[project]\nname = "shop"\nversion = "1.0.0"\ndependencies = ["fastapi", "uvicorn"]\n',
      '[project.optional-dependencies]\ntest = ["pytest"]\n',
      '[tool.pdm]\n',
    ].join('\n'),
    'pdm.lock': 'version = 1\n',
    'tests/test_shop.py': 'def test_shop():\n    pass\n',
  });
  const after = await runAll(texts, ['ci', 'docker']);
  const workflow = after['.github/workflows/ci.yml'];
  expect(workflow).toContain('run: python -m pip install "pdm[locked]"\n');
  expect(workflow).toContain('run: pdm sync --dev --group test\n');
  expect(after.Dockerfile).toContain('"pdm[locked]>=2,<3"');
});

test('a linter that no dependency brings is no step; what runs the tests is installed', async () => {
  const texts = service({
    'requirements.txt': 'fastapi==0.115.0\nuvicorn==0.34.0\n',
    'pyproject.toml': '[tool.ruff]\nline-length = 100\n',
    'tox.ini': '[testenv]\ncommands = python -m unittest\n',
  });
  const workflow = (await runAll(texts, ['ci']))['.github/workflows/ci.yml'] ?? '';
  expect(workflow).not.toContain('ruff');
  expect(workflow).toContain('run: python -m pip install tox && tox\n');
});
