import { filesOf } from '../lib/files.ts';
import { detectPython } from '../lib/project/python/detect.ts';
import { parseRequirement } from '../lib/project/python/manifests/requirement.ts';
import { listeningOf } from '../lib/project/python/port/in-words.ts';
import { admits } from '../lib/project/python/runtime/specifier.ts';
import { isSecret, isSecretText } from '../lib/project/python/secrets/judge.ts';
import { isDevelopment, unwrapped } from '../lib/project/python/start/process.ts';
import { commandsIn } from '../lib/project/python/start/shell.ts';
import type { Facts } from '../lib/types.ts';

const found = (texts: Readonly<Record<string, string>>): Promise<Facts> =>
  detectPython(filesOf(texts));

test.each([
  ['>=3.10,<3.12', '3.11', true],
  ['>=3.10,<3.12', '3.12', false],
  ['^3.9', '3.13', true],
  ['~3.10', '3.11', false],
  ['~=3.11.2', '3.11', true],
  ['~=3.11.2', '3.12', false],
  ['==3.12.*', '3.12', true],
  ['==3.12.4', '3.12', true],
  ['>=3.8,!=3.9.*', '3.9', false],
  ['>3.9', '3.10', true],
  ['<=3.12', '3.12', true],
  ['3.11', '3.11', true],
  ['^3.8 || ^4.0', '3.12', true],
  ['nonsense', '3.12', false],
])('%s admits %s: %s', (range, minor, expected) => {
  expect(admits(range, minor)).toBe(expected);
});

test.each([
  ['Django>=4.2,<5  # long-term', { name: 'django', extras: [], specifier: '>=4.2,<5' }],
  [
    'fastapi[standard, all]==0.1 ; python_version > "3.8"',
    { name: 'fastapi', extras: ['standard', 'all'], specifier: '==0.1' },
  ],
  ['zope.Interface_x', { name: 'zope-interface-x', extras: [], specifier: '' }],
  ['pkg (>=1)', { name: 'pkg', extras: [], specifier: '>=1' }],
  ['name @ https://example.com/name.whl', { name: 'name', extras: [], specifier: '' }],
  ['git+https://example.com/a.git#egg=My_Tool', { name: 'my-tool', extras: [], specifier: '' }],
  ['-r base.txt', undefined],
  ['./local', undefined],
])('a requirement is read: %s', (line, expected) => {
  expect(parseRequirement(line)).toEqual(expected);
});

test('a script is taken apart into simple commands, and they are unwrapped', () => {
  const script =
    '#!/bin/sh\nset -e\n# a comment\nif [ "$X" ]; then python manage.py migrate && echo done; fi\n' +
    'exec uv run --no-dev gunicorn \\\n  --bind "0.0.0.0:$PORT" \\\n  shop.wsgi';
  const commands = commandsIn(script).map(({ words, line }) => [unwrapped(words).join(' '), line]);
  expect(commands).toContainEqual(['python manage.py migrate', 4]);
  expect(commands).toContainEqual(['echo done', 4]);
  expect(commands).toContainEqual(['gunicorn --bind 0.0.0.0:$PORT shop.wsgi', 5]);
});

test.each([
  ['python manage.py runserver 0.0.0.0:8000', true],
  ['flask --app shop run', true],
  ['python -m flask run', true],
  ['uvicorn shop:app --reload', true],
  ['fastapi dev main.py', true],
  ['watchmedo auto-restart -- celery worker', true],
  ['flask db upgrade', false],
  ['fastapi run main.py', false],
  ['gunicorn shop.wsgi', false],
])('%s is for developers: %s', (command, expected) => {
  expect(isDevelopment(command.split(' '))).toBe(expected);
});

test.each([
  ['gunicorn -b :$PORT x', { variable: 'PORT', isNumber: true }],
  ['gunicorn --bind=0.0.0.0:5000 x', { port: 5000, host: '0.0.0.0' }],
  [
    `uvicorn x --port \${APP_PORT:-8080} --host ::`,
    { port: 8080, variable: 'APP_PORT', host: '::', isNumber: true },
  ],
  ['gunicorn --bind unix:/run/x.sock x', { socket: '/run/x.sock' }],
  ['gunicorn --bind unix:/run/x.sock --bind :8000 x', { port: 8000 }],
  ['daphne -b 127.0.0.1 -p 9000 x', { port: 9000, host: '127.0.0.1' }],
  ['gunicorn x', {}],
])('%s listens', (command, expected) => {
  expect(listeningOf(command.split(' '))).toEqual(expected);
});

test.each([
  ['SECRET_KEY', 'django-insecure-x9$kq', 'held', true],
  ['SECRET_KEY', 'change-me', 'held', false],
  ['SECRET_KEY', 'django-insecure-change-me', 'held', false],
  ['SECRET_KEY', '<your key>', 'held', false],
  ['DB_PASSWORD', 'postgres', 'fallback', false],
  ['PASSWORD', 'postgres', 'held', true],
  ['PASSWORD', 'password', 'held', false],
  ['TOKEN_URL', '/api/v1/login4u', 'held', false],
  ['token', 'access', 'held', false],
  ['API_KEY', 'a8f3c2e19b7d', 'held', true],
  ['PASSWORD_RESET_TIMEOUT', '3600', 'held', false],
] as const)('%s = %s (%s) is a secret: %s', (name, value, role, expected) => {
  expect(isSecret(name, value, role)).toBe(expected);
});

test.each([
  [`AKIA${'IOSFODNN7SAMPLE1'}`, true],
  ['postgresql://shop:n0tF0rY0u@db.internal.net/shop', true],
  ['postgresql://postgres:postgres@localhost/shop', false],
  ['postgres://user:password@host/name', false],
  ['redis://localhost:6379/0', false],
  ['https://example.com/a:b@c', false],
])('%s is a secret by itself: %s', (text, expected) => {
  expect(isSecretText(text)).toBe(expected);
});

test('a manifest that is no TOML is told at its place', async () => {
  const broken = { 'pyproject.toml': '[project]\nname = "x"\ndependencies = [\n  "flask\n]\n' };
  await expect(found(broken)).rejects.toThrow(/^pyproject\.toml:4:\d+: .*expected TOML$/);
});

test('a compose file that is no YAML is told at its place', async () => {
  const broken = {
    'requirements.txt': 'flask\n',
    'docker-compose.yml': 'services:\n  a: [b\nc: d\n',
  };
  await expect(found(broken)).rejects.toThrow(/^docker-compose\.yml:\d+:\d+/);
});

test('code that cannot be parsed takes nothing else away', async () => {
  const facts = await found({
    'requirements.txt': 'flask\ngunicorn\n',
    'app.py': "from flask import Flask\nimport os\napp = Flask(__name__)\nX = os.environ['X']\n",
    'broken.py': "def (:\n  os.environ[\n'",
  });
  expect(facts.application?.value).toBe('app:app');
  expect(facts.variables?.value).toEqual(['X']);
});

test('two lock files, and versions that disagree, are told', async () => {
  const { notes = [], packageManager } = await found({
    'pyproject.toml': '[project]\nrequires-python = ">=3.12"\ndependencies = ["django"]\n',
    'uv.lock': '',
    'poetry.lock': '',
    '.python-version': '3.11\n',
  });
  expect(packageManager?.value).toBe('uv');
  const places = notes.map(({ file }) => file);
  expect(places).toEqual(expect.arrayContaining(['poetry.lock', '.python-version']));
});

test('a project with thousands of modules is read within a bound', async () => {
  const module = (index: number): string =>
    `import os\nVALUE_${index} = os.environ["VALUE_${index}"]\n# ${'filler '.repeat(500)}\n`;
  const many = Array.from({ length: 3000 }, (_, index) => [`pkg/m${index}.py`, module(index)]);
  const facts = await found({
    'requirements.txt': 'flask\n',
    'app.py': 'from flask import Flask\napp = Flask(__name__)\n',
    ...Object.fromEntries(many),
  });
  expect(facts.application?.value).toBe('app:app');
  const read = facts.variables?.value.length ?? 0;
  expect(read).toBeGreaterThan(50);
  expect(read).toBeLessThan(200);
});

test('the server that the code names is found behind a package that hands it on', async () => {
  const facts = await found({
    'pyproject.toml': '[project]\ndependencies = ["fastapi[standard]"]\n',
    'shop/__init__.py': '',
    'shop/api/__init__.py': 'from .routes import router\n\n__all__ = ["router"]\n',
    'shop/api/routes.py':
      'from fastapi import APIRouter\nrouter = APIRouter()\n\n@router.get("/healthz")\ndef h(): ...\n',
    'shop/main.py':
      'from fastapi import FastAPI\nfrom shop.api import router\n\napp = FastAPI()\napp.include_router(router, prefix="/v2")\n',
  });
  expect(facts.health?.value).toBe('/v2/healthz');
  expect(facts.start?.value.slice(0, 2)).toEqual(['uvicorn', 'shop.main:app']);
});

/** An application of FastAPI in a package, with other files. */
const served = (texts: Readonly<Record<string, string>>): Promise<Facts> =>
  found({
    'requirements.txt': 'fastapi\ngunicorn\nuvicorn\n',
    'shop/__init__.py': '',
    'shop/main.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n',
    ...texts,
  });

test.each([
  [
    'bin/start-nginx gunicorn -c gunicorn.conf shop.main:app',
    'gunicorn -c gunicorn.conf shop.main:app',
  ],
  [
    'ddtrace-run python -m gunicorn.app.wsgiapp shop.main:app',
    'ddtrace-run python -m gunicorn.app.wsgiapp shop.main:app',
  ],
])('%s is the process behind what wraps it', async (command, expected) => {
  const { start, application } = await served({ Procfile: `web: ${command}\n` });
  expect(start?.value.join(' ')).toBe(expected);
  expect(application?.value).toBe('shop.main:app');
});

test('a script’s own defaults stay with the variables that whoever deploys sets', async () => {
  const { start } = await served({
    'docker-entrypoint.sh': `WORKERS=\${WORKERS:-2}\nCLASS=\${CLASS:-gevent}\nexec gunicorn shop.main:app --workers $WORKERS -k $CLASS\n`,
  });
  expect(start?.value.join(' ')).toBe(`gunicorn shop.main:app --workers \${WORKERS:-2} -k gevent`);
});

test('the port is that of the service that serves, not of what makes a front end', async () => {
  const compose = `services:
  static:
    build: .
    command: npm run watch
    ports: ["35729:35729"]
  web:
    image: shop
    command: gunicorn shop.main:app
    ports: ["80:8123"]
`;
  expect((await served({ 'compose.yaml': compose })).port?.value).toBe(8123);
});

test('a large file far from the root hides no settings', async () => {
  const filler = `TEXT = """os.environ ${'x'.repeat(140_000)}"""\n`;
  const { variables } = await served({
    'a.py': filler,
    'b.py': filler,
    'c.py': filler,
    'shop/core/deep/settings.py': 'import os\n\nNAME = os.environ["SHOP_NAME"]\n',
    'shop/small.py': 'import os\n\nNAME = os.environ["SHOP_SMALL"]\n',
  });
  expect(variables?.value).toEqual(['SHOP_NAME', 'SHOP_SMALL']);
});

test('pytest runs with what the project’s own target sets for it', async () => {
  const { test: tests } = await served({
    'requirements.txt': 'fastapi\nuvicorn\npytest\n',
    Makefile: 'test:\n\tENV=test pytest tests -s\n',
    'tests/__init__.py': '',
    'tests/test_shop.py': '',
  });
  expect(tests?.value).toBe('ENV=test pytest');
});
