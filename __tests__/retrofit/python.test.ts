import { join } from 'node:path';
import { installOf } from '../../lib/existing/everyday.ts';
import { readFolder, runAll, type Texts } from '../run.ts';
import { projectOf, retrofit } from './support.ts';

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

test('Pipenv: what a retrofit needs is written into the Pipfile', async () => {
  const texts = service({ Pipfile: `${pipfile}\n[scripts]\nserve = "uvicorn shop.main:app"\n` });
  const after = await runAll(texts, ['backing-services'], { database: 'postgresql' });
  expect(after.Pipfile).toMatch(
    /^\[packages\]\n.*\npsycopg = \{ ?extras = \["binary"\], version = ">=[\d.]+,<\d+" ?\}$/m,
  );
});

/** What is next after a manifest changed, by the manager of the project. */
const installed: readonly (readonly [Texts, string])[] = [
  [{ 'pyproject.toml': poetry, 'poetry.lock': '' }, 'poetry lock && poetry install'],
  [{ 'pyproject.toml': poetry }, 'poetry install'],
  [{ Pipfile: pipfile }, 'pipenv install --dev'],
  [
    { 'requirements/base.txt': 'fastapi\n', 'requirements/dev.txt': '-r base.txt\n' },
    'pip install --requirement requirements/base.txt --requirement requirements/dev.txt',
  ],
];

test.each(installed)('what installs a project is its own command: %#', async (files, command) => {
  expect(installOf(await projectOf(service(files), 'ci'))).toBe(command);
});

/** What checks need, wherever a project says it, is installed for them. */
const declared: readonly (readonly [string, Texts, string])[] = [
  [
    'extras of setup.cfg',
    { 'setup.cfg': '[options.extras_require]\ndev =\n    pytest\n\n[tool:pytest]\n' },
    '--editable ".[dev]"',
  ],
  [
    'extras of setup.py',
    { 'setup.py': 'from setuptools import setup\n\nsetup(extras_require={"test": ["pytest"]})\n' },
    '--editable ".[test]"',
  ],
  [
    'a list of its own',
    { 'requirements.txt': 'fastapi\n', 'dev-requirements.txt': 'pytest\n' },
    '--requirement requirements.txt --requirement dev-requirements.txt',
  ],
  [
    'a list in a folder beside the one of production',
    { 'requirements.txt': '-r requirements/prod.txt\n', 'requirements/test.txt': 'pytest\n' },
    '--requirement requirements.txt --requirement requirements/test.txt',
  ],
];

test.each(declared)('what the tests need is installed: %s', async (_name, files, install) => {
  const texts = service({ ...files, 'tests/test_shop.py': 'def test_shop():\n    pass\n' });
  const workflow = (await runAll(texts, ['ci']))['.github/workflows/ci.yml'];
  expect(workflow).toContain(`run: python -m pip install ${install}\n`);
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

/** A service of Flask that a factory makes. */
const factory: Texts = {
  'requirements.txt': 'flask==3.1.0\ngunicorn==23.0.0\n',
  'shop/__init__.py':
    'import os\n\nfrom flask import Flask\n\n\ndef create_app(settings=None):\n    """Makes the app."""\n    app = Flask(__name__)\n    app.config["ROOT"] = os.environ["SHOP_ROOT"]\n    return app\n',
  Procfile: "web: gunicorn 'shop:create_app()'\n",
};

test('what a factory makes is checked and answers health inside it', async () => {
  const after = await runAll(factory, ['config', 'processes']);
  inOrder(after['shop/__init__.py'] ?? '', [
    'from shop.environment import check_environment\n',
    'from shop.health import add_health\n',
    '    """Makes the app."""\n    check_environment()\n    app = Flask(__name__)\n    add_health(app)\n',
  ]);
});

test('of two places with one name the module’s own is the application', async () => {
  const texts = service({
    'requirements.txt': 'fastapi==0.115.0\nuvicorn==0.34.0\n',
    'shop/main.py':
      'from fastapi import FastAPI\n\n\ndef create_app():\n    app = FastAPI()\n    return app\n\n\napp = create_app()\n',
  });
  const after = (await runAll(texts, ['processes']))['shop/main.py'] ?? '';
  inOrder(after, [
    '    app = FastAPI()\n    return app\n',
    'app = create_app()\nadd_health(app)\n',
  ]);
});

test('an application that another file starts is found in its own', async () => {
  const texts = {
    'requirements.txt': 'fastapi==0.115.0\nuvicorn==0.34.0\n',
    'main.py':
      'import uvicorn\n\nif __name__ == "__main__":\n    uvicorn.run("shop.server:app", host="0.0.0.0", port=8000)\n',
    'shop/__init__.py': '',
    'shop/server.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n',
  };
  const after = await runAll(texts, ['processes']);
  expect(after['shop/server.py']).toContain('app = FastAPI()\nadd_health(app)\n');
});

/** A project of Django's whose settings need some variables. */
const django: Texts = {
  'requirements.txt': 'django==5.2\ngunicorn==23.0.0\nmysqlclient==2.2.7\n',
  'manage.py': '',
  'shop/__init__.py': '',
  'shop/wsgi.py':
    'from django.core.wsgi import get_wsgi_application\n\napplication = get_wsgi_application()\n',
  'shop/settings/__init__.py': '',
  'shop/settings/base.py':
    'import os\n\nDEBUG = os.environ.get("DEBUG", "")\nALLOWED_HOSTS = os.environ.get("SHOP_HOSTS").split(" ")\nSHOP_NAME = os.environ["SHOP_NAME"]\nWSGI_APPLICATION = "shop.wsgi.application"\nINSTALLED_APPS = ["django.contrib.gis"]\nMIDDLEWARE = [\n    "django.middleware.security.SecurityMiddleware",\n]\nDATABASES = {"default": {"ENGINE": "django.db.backends.mysql", "HOST": "db"}}\n',
  'shop/settings/local.py': 'from .base import *\n\nMIDDLEWARE = ["tools.Bar", *MIDDLEWARE]\n',
  'shop/tests.py': '',
  '.env.example': 'SHOP_NAME=corner\n',
  'compose.yaml':
    'services:\n  db:\n    image: mysql:8.4\n    environment:\n      MYSQL_ROOT_PASSWORD: x\n',
};

test('checks have the variables that the code can’t be loaded without, and its services’ names', async () => {
  const after = (await runAll(django, ['ci']))['.github/workflows/ci.yml'] ?? '';
  inOrder(after, [
    '      SHOP_HOSTS: localhost\n',
    '      SHOP_NAME: corner\n',
    'echo "127.0.0.1 db" | sudo tee --append /etc/hosts',
    'apt-get install --yes --no-install-recommends binutils gdal-bin libproj-dev\n',
    'python manage.py test\n',
  ]);
  expect(after).not.toContain('DEBUG:');
});

test('the middleware that other settings build on answers health; an image has the libraries', async () => {
  const after = await runAll(django, ['processes', 'docker']);
  expect(after['shop/settings/base.py']).toContain(
    'MIDDLEWARE = [\n    "shop.health.HealthMiddleware",\n',
  );
  inOrder(after.Dockerfile ?? '', [
    'default-libmysqlclient-dev gcc libc6-dev pkg-config',
    'pip install --requirement',
    '-slim\nENV',
    'binutils gdal-bin libmariadb3 libproj-dev',
  ]);
});

test('a lock file tells what is installed, not what its extras could bring', async () => {
  const lock = (name: string): string =>
    `[[package]]\nname = "${name}"\n\n[package.extras]\nx = ["pylibmc (>=1)"]\n`;
  const image = async (name: string): Promise<string> =>
    (await runAll(service({ 'pyproject.toml': poetry, 'poetry.lock': lock(name) }), ['docker']))
      .Dockerfile ?? '';
  expect(await image('celery')).not.toContain('apt-get');
  expect(await image('psycopg2')).toContain('libpq-dev');
  expect(await image('psycopg2-binary')).not.toContain('apt-get');
});

test('types are checked where it is said what of', async () => {
  const workflow = async (settings: string) => {
    const manifest = poetry.replace('uvicorn = "*"', 'uvicorn = "*"\nmypy = "*"') + settings;
    const texts = service({ 'pyproject.toml': manifest, 'poetry.lock': '' });
    return (await runAll(texts, ['ci']))['.github/workflows/ci.yml'] ?? '';
  };
  expect(await workflow('\n[tool.mypy]\nfiles = ["shop"]\n')).toContain('run: poetry run mypy\n');
  expect(await workflow('\n[tool.mypy]\nstrict = true\n')).not.toContain('mypy');
});

test('a release runs in its own environment', async () => {
  const { Procfile: _, ...texts } = service({
    'pyproject.toml': poetry,
    'poetry.lock': '',
    'alembic.ini': '',
  });
  const after = await runAll(texts, ['processes']);
  expect(after.Procfile).toContain('release: alembic upgrade head\n');
});

test('what a workflow runs by another program is no step that it lacks', async () => {
  const lacking = async (run: string): Promise<boolean> => {
    const { plan } = await retrofit(
      service({
        'requirements.txt': 'fastapi==0.115.0\nuvicorn==0.34.0\npytest==8.0.0\nruff==0.9.0\n',
        'tests/__init__.py': '',
        'tests/test_shop.py': 'def test_one():\n    pass\n',
        Makefile: 'check:\n\truff check . && pytest\n',
        'bin/check': 'ruff check . && python -m pytest\n',
        '.github/workflows/checks.yml': `on: [push]\njobs:\n  a:\n    steps:\n      - run: ${run}\n`,
      }),
      'ci',
    );
    return plan.notes.some(({ message }) => message.startsWith('has no step'));
  };
  expect(await lacking('make check')).toBe(false);
  expect(await lacking('python -m pip list && bin/check')).toBe(false);
  expect(await lacking('npm test')).toBe(true);
});

test('where nothing is listed nothing is installed', async () => {
  const texts = { 'app.py': 'from flask import Flask\n\napp = Flask(__name__)\n' };
  const after = await runAll(texts, ['ci', 'docker']);
  expect(after['.github/workflows/ci.yml']).toBeUndefined();
  expect(after.Dockerfile).toBeUndefined();
});

test('static files that the process serves are collected for its tests and in its image', async () => {
  const base = django['shop/settings/base.py'] ?? '';
  const texts = {
    ...django,
    'shop/settings/base.py': `${base.replace('["django', '["django.contrib.staticfiles", "django')}STATIC_ROOT = "static"\nSTATICFILES_STORAGE = "whitenoise.storage.CompressedStaticFilesStorage"\n`,
  };
  const after = await runAll(texts, ['ci', 'docker']);
  inOrder(after['.github/workflows/ci.yml'] ?? '', [
    'collectstatic --noinput\n',
    'manage.py test\n',
  ]);
  expect(after.Dockerfile).toContain(
    "RUN SHOP_HOSTS='localhost' SHOP_NAME='corner' python manage.py collectstatic --noinput\n",
  );
});

test('of the SQL databases that code can run on, what there is counts', async () => {
  const texts = {
    ...django,
    'requirements.txt': `${django['requirements.txt']}psycopg2-binary==2.9.10\n`,
  };
  const after = await runAll(texts, ['ci', 'docker']);
  expect(after['compose.yaml']).toBe(django['compose.yaml']);
  expect(after['.github/workflows/ci.yml']).not.toContain('postgres');
});
