import type { Texts } from '../run.ts';
import { projectOf, retrofit } from './support.ts';

const workflow = '.github/workflows/ci.yml';

const flask: Texts = {
  'setup.py': 'from setuptools import setup\n\nsetup(name="shop", packages=["shop"])\n',
  'requirements.txt': 'flask==3.1.0\ngunicorn==23.0.0\n',
  Procfile: 'web: gunicorn shop.web.wsgi:app\n',
  'shop/__init__.py': '',
  'shop/web/__init__.py': '',
  'shop/web/app.py':
    'from flask import Flask\n\n\ndef create_app():\n    app = Flask(__name__)\n    return app\n',
  'shop/web/wsgi.py': 'from shop.web.app import create_app\n\napp = create_app()\n',
};

test.each([
  ['of Flask in a package', { 'shop/web/manage.py': 'from shop.web.app import create_app\n' }],
  ['of none', {}],
])(
  'a module beside the application is imported by its whole name: manage.py %s',
  async (_, more) => {
    const { texts } = await retrofit({ ...flask, ...more }, 'processes');
    expect(texts['shop/web/wsgi.py']).toContain('from shop.web.health import add_health\n');
  },
);

test('a folder of manage.py with an idle __init__.py is where the project starts', async () => {
  const { texts } = await retrofit(
    {
      'requirements.txt': 'django==5.2\n',
      'site/__init__.py': '',
      'site/manage.py':
        'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\nfrom django.core.management import execute_from_command_line\nexecute_from_command_line()\n',
      'site/shop/__init__.py': '',
      'site/shop/settings.py':
        'MIDDLEWARE = [\n    "django.middleware.common.CommonMiddleware",\n]\nROOT_URLCONF = "shop.urls"\n',
      'site/shop/urls.py': 'from shop import settings\n\nurlpatterns = [settings]\n',
      'site/shop/wsgi.py':
        'from django.core.wsgi import get_wsgi_application\n\napplication = get_wsgi_application()\n',
    },
    'processes',
  );
  expect(texts['site/shop/settings.py']).toContain('    "shop.health.HealthMiddleware",\n');
});

const tasks = (table: string, ...development: readonly string[]): Texts => ({
  'pyproject.toml': `[project]\nname = "shop"\nversion = "1.0.0"\ndependencies = ["fastapi", "uvicorn"]\n\n[dependency-groups]\ndev = ${JSON.stringify(development)}\n\n${table}`,
  'uv.lock': '',
  'shop/__init__.py': '',
  'shop/main.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n',
  'tests/test_shop.py': 'def test_one():\n    pass\n',
});

test.each([
  ['poe', '[tool.poe.tasks]\ntest = "pytest"\n', 'poethepoet>=0.29', 'uv run poe test'],
  ['task', '[tool.taskipy.tasks]\ntest = "pytest"\n', 'taskipy==1.14.1', 'uv run task test'],
  ['a plug-in of pytest', '', 'pytest-django', 'uv run pytest'],
])('what runs the tests is known by its package: %s', async (_, table, brought, run) => {
  const { texts, plan } = await retrofit(tasks(table, brought), 'ci');
  expect(texts[workflow]).toContain(`run: ${run}\n`);
  expect(plan.notes.map(({ message }) => message).join()).not.toContain('no dependency brings it');
});

test('what nothing brings is installed by the name of its package', async () => {
  const { texts } = await retrofit(tasks('[tool.poe.tasks]\ntest = "pytest"\n'), 'ci');
  expect(texts[workflow]).toContain('python -m pip install poethepoet && uv run poe test\n');
});

const django = (settings: string, more: Texts = {}): Texts => ({
  'requirements.txt': 'django==5.2\npsycopg==3.2.0\ndjango-environ==0.12.0\n',
  'manage.py':
    'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\nfrom django.core.management import execute_from_command_line\nexecute_from_command_line()\n',
  'shop/__init__.py': '',
  'shop/settings.py': `import os\nimport environ\n${settings}\nROOT_URLCONF = "shop.urls"\nDATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}\n`,
  'shop/urls.py': 'urlpatterns = []\n',
  'shop/tests.py': 'from django.test import TestCase\n\n\nclass T(TestCase):\n    pass\n',
  ...more,
});

test.each([
  ['asked for first', 'if "CSP" in os.environ:\n    X = os.environ["CSP"].split()', 'CSP'],
  [
    'asked for behind',
    'X = os.environ.get("HASHERS").split(",") if os.environ.get("HASHERS") else None',
    'HASHERS',
  ],
  [
    'with a default in a scheme',
    'env = environ.Env(\n    API_TOKEN=(str, ""),\n)\nX = env("API_TOKEN")',
    'API_TOKEN',
  ],
])('CI sets no variable that the code does without: %s', async (_, code, name) => {
  const { texts } = await retrofit(django(code), 'ci');
  expect(texts[workflow]).not.toContain(name);
  const { texts: without } = await retrofit(django(`X = os.environ["${name}"]`), 'ci');
  expect(without[workflow]).toContain(`${name}: only-for-tests`);
});

test('the login of the database goes to names with a prefix of the project, too', async () => {
  const names = ['HOST', 'NAME', 'USER', 'PASSWORD'];
  const code = names.map((name) => `${name} = os.environ["SHOP_DATABASE_${name}"]`).join('\n');
  const { texts } = await retrofit(django(code), 'ci');
  const said = ['HOST: "127.0.0.1"', 'NAME: app', 'PASSWORD: app', 'USER: app'];
  for (const line of said) expect(texts[workflow]).toContain(`      SHOP_DATABASE_${line}\n`);
});

test('a service of the user that makes no database gets one in CI', async () => {
  const compose =
    'services:\n  db:\n    image: mysql:8.0\n    environment:\n      MYSQL_ROOT_PASSWORD: shop\n';
  const { texts } = await retrofit(
    django('env = environ.Env()\nX = env.db()', {
      'requirements.txt': 'django==5.2\nmysqlclient==2.2.0\ndjango-environ==0.12.0\n',
      'docker-compose.yml': compose,
    }),
    'ci',
  );
  expect(texts[workflow]).toContain('MYSQL_DATABASE: app\n');
  expect(texts[workflow]).toContain('@127.0.0.1:3306/app\n');
  expect(texts['docker-compose.yml']).toBe(compose);
});

const settingsOf = (config: string, fields: string): Texts => ({
  'requirements.txt': 'fastapi\nuvicorn\npydantic-settings\n',
  'shop/__init__.py': '',
  'shop/main.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n',
  'shop/settings.py': `from pydantic import BaseModel, Field\nfrom pydantic_settings import BaseSettings, SettingsConfigDict\n\n\nclass Database(BaseModel):\n    host: str = "db"\n    token: str\n\n\nclass Mail(BaseSettings):\n    mail_host: str = "mail"\n\n\nclass Settings(BaseSettings):\n    model_config = SettingsConfigDict(${config})\n    level: str = "INFO"\n${fields}`,
});

test.each([
  ['by a delimiter', 'env_nested_delimiter="__"', ['DATABASE__HOST', 'DATABASE__TOKEN', 'LEVEL']],
  ['as one text', '', ['LEVEL']],
  [
    'behind a prefix',
    'env_prefix="SHOP_", env_nested_delimiter="__"',
    ['SHOP_DATABASE__HOST', 'SHOP_DATABASE__TOKEN', 'SHOP_LEVEL'],
  ],
])('settings within settings are read by names of their own: %s', async (_, config, names) => {
  const fields =
    '    database: Database = Field(default_factory=Database)\n    mail: Mail = Mail()\n';
  const { variables } = (await projectOf(settingsOf(config, fields), 'config')).facts;
  const inner = config.includes('delimiter') ? [] : ['MAIL_HOST'];
  expect(variables?.value.filter((name) => !/MAIL__/.test(name))).toEqual(
    expect.arrayContaining([...names, ...inner]),
  );
  expect(variables?.value).not.toContain('DATABASE');
  expect(variables?.value).not.toContain('MAIL');
});

test.each([
  ['with tests', 'pytest -q', true, true],
  ['without', 'pytest -q', false, false],
  ['that opens a page', 'pytest && open htmlcov/index.html', true, false],
])(
  'a make target for tests is a check where it can run by itself: %s',
  async (_, does, has, is) => {
    const { facts } = await projectOf(
      {
        'requirements.txt': 'flask\n',
        'app.py': 'from flask import Flask\n\napp = Flask(__name__)\n',
        Makefile: `test:\n\t${does}\n`,
        ...(has && { 'tests/test_app.py': 'def test_one():\n    pass\n' }),
      },
      'ci',
    );
    expect(facts.test?.value === 'make test').toBe(is);
  },
);

test('how long a token holds is no secret: its default is shown', async () => {
  const fields = '    access_token_expire_minutes: int = 30\n    access_token: str = ""\n';
  const { texts } = await retrofit(settingsOf('', fields), 'config');
  expect(texts['.env.example']).toContain('\n#ACCESS_TOKEN_EXPIRE_MINUTES=30\n');
  expect(texts['.env.example']).toContain('\n#ACCESS_TOKEN=\n');
});

test.each([
  ['any SQLAlchemy may come', 'flask-sqlalchemy==3.1.1\npsycopg2-binary==2.9.9\n', true],
  ['SQLAlchemy is held', 'sqlalchemy==2.0.23\nflask-sqlalchemy\npsycopg2-binary\n', false],
  ['its own driver is there', 'sqlalchemy\npsycopg[binary]\npsycopg2-binary\n', false],
])('an address names psycopg2 where nothing else says it: %s', async (_, lists, is) => {
  const { texts } = await retrofit(
    {
      'requirements.txt': `flask\npytest\n${lists}`,
      'app.py':
        'import os\nfrom flask import Flask\n\napp = Flask(__name__)\nurl = os.getenv("DATABASE_URL")\n',
      'tests/test_app.py': 'def test_one():\n    pass\n',
    },
    'ci',
  );
  const scheme = is ? 'postgresql+psycopg2' : 'postgresql';
  expect(texts[workflow]).toContain(`${scheme}://app:app@127.0.0.1:5432/app`);
});

test('what settings make of other variables is neither set nor emptied', async () => {
  const fields = [
    '    postgres_user: str = "shop"',
    '    api_token: SecretStr = SecretStr("shop")',
    '    postgres_host: str = "db"',
    '    postgres_uri: str = f"{postgres_user}@{postgres_host}/shop"',
    '    lifetime: int = 15 * 60',
    '    origin: str',
    '    code: str = Field(..., description="x")',
  ];
  const texts = settingsOf('', `${fields.join('\n')}\n`);
  const list = { 'requirements.txt': `${texts['requirements.txt']}psycopg\n` };
  const after = (await retrofit({ ...texts, ...list }, 'app')).texts;
  expect(after[workflow]).toContain('POSTGRES_HOST: "127.0.0.1"\n');
  expect(after[workflow]).not.toContain('POSTGRES_URI');
  const example = after['.env.example'] ?? '';
  for (const name of ['POSTGRES_URI', 'API_TOKEN', 'LIFETIME'])
    expect(example).toContain(`\n#${name}=\n`);
  for (const name of ['ORIGIN', 'CODE']) expect(example).toContain(`\n${name}=\n`);
});

test('tests run in the folder where the project itself runs them', async () => {
  const texts = {
    ...tasks('[tool.pytest.ini_options]\naddopts = "tests/"\n', 'pytest'),
    Makefile: 'test: ## Run the tests\n\tcd shop && uv run pytest -vv && cd ..\n',
    'shop/tests/test_shop.py': 'def test_one():\n    pass\n',
  };
  const test = async (files: Texts) => (await projectOf(files, 'ci')).facts.test?.value;
  expect(await test(texts)).toBe('cd shop && uv run pytest');
  expect(await test({ ...texts, Makefile: 'test:\n\tENV=test uv run pytest\n' })).toBe(
    'ENV=test uv run pytest',
  );
  expect(await test({ ...texts, Makefile: 'test:\n\tcd gone && pytest\n' })).toBe('uv run pytest');
});

test.each([
  ['ruff check shop tests', 'uv run ruff check shop tests'],
  ['@uv run ruff check --select E shop', 'uv run ruff check --select E shop'],
  ['$(PYTHON) -m ruff check . \\\n\t\t--quiet', 'uv run ruff check . --quiet'],
  ['uv run ruff check --fix', 'uv run ruff check .'],
  ['ruff check $(path)', 'uv run ruff check .'],
  ['docker compose run app ruff check shop', 'uv run ruff check .'],
])('a linter checks what the own Makefile has it check: %s', async (does, is) => {
  for (const name of ['Makefile', 'makefile']) {
    const texts = {
      ...tasks('', 'ruff'),
      [name]: `lint:\n\t${does}\n\tcurlylint shop\n\nother:\n\ttrue\n`,
    };
    expect((await projectOf(texts, 'ci')).facts.lint?.value).toBe(is);
  }
});

test.each([
  ['greenlet==3.0.1\nflask==3.0.0', '3.12'],
  ['SQLAlchemy==2.0.23', '3.12'],
  ['SQLAlchemy==1.4.50\npydantic==1.10.2', undefined],
  ['numpy==1.22.0\npandas==2.2.3', '3.10'],
  ['greenlet>=3.0.1\npydantic==2.11.0', undefined],
  ['django==4.2.1\ngreenlet==3.1.0', '3.12'],
])('without a word of Python, one is taken that what is held has: %s', async (held, is) => {
  const texts = { 'requirements.txt': `fastapi\n${held}\n`, 'app.py': 'import fastapi\n' };
  expect((await projectOf(texts, 'ci')).facts.runtime?.value).toBe(is);
  const said = { ...texts, '.python-version': '3.13\n' };
  expect((await projectOf(said, 'ci')).facts.runtime?.value).toBe('3.13');
});

test.each([
  ['of its own', { 'requirements.txt': 'flask==3.1.0 --hash=sha256:00\n' }, undefined],
  [
    'in what it includes',
    { 'requirements.txt': '-r pip/main.txt\n', 'pip/main.txt': 'flask==3.1.0 --hash=sha256:00\n' },
    undefined,
  ],
  [
    'made of a list',
    {
      'requirements.txt': '-r requirements/main.txt\n',
      'requirements/main.txt': 'flask==3.1.0 --hash=sha256:00\n',
      'requirements/main.in': 'flask\n',
    },
    'requirements/main.in',
  ],
  ['nowhere', { 'requirements.txt': '-r more.txt\n', 'more.txt': 'flask\n' }, 'requirements.txt'],
])('nothing without a hash goes into a list with hashes: %s', async (_, lists, home) => {
  const texts: Texts = {
    ...lists,
    'app.py': 'from flask import Flask\n\napp = Flask(__name__)\n',
  };
  const after = (await retrofit(texts, 'backing-services', { cache: 'redis' })).texts;
  for (const path of Object.keys(lists))
    expect([path, after[path]?.includes('redis')]).toEqual([path, path === home]);
});

test.each([
  ['relative ones', 'from .api import router\n', '.'],
  ['whole ones', 'from shop.api import router\n', 'shop.'],
  ['both', 'from shop.more import x\n\nfrom .api import router\n', 'shop.'],
])('imports are as the entry has them: %s', async (_, imports, lead) => {
  const { texts } = await retrofit(
    {
      'requirements.txt': 'fastapi\nuvicorn\n',
      Procfile: 'web: uvicorn shop.main:app\n',
      'shop/__init__.py': '',
      'shop/api.py': 'router = None\n',
      'shop/main.py': `from fastapi import FastAPI\n\n${imports}\napp = FastAPI()\nprint(router)\n`,
    },
    'processes',
  );
  expect(texts['shop/main.py']).toContain(`from ${lead}health import add_health\n`);
  expect(texts['shop/health.py']).toContain(`from ${lead}readiness import `);
});
