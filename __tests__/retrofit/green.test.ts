import type { Texts } from '../run.ts';
import { fact, retrofit } from './support.ts';

const express = (entry: string): Texts => ({
  'package.json':
    '{"name":"x","scripts":{"start":"node index.js"},"dependencies":{"express":"^5.0.0"}}\n',
  'index.js': entry,
});
const asking = "if (!process.env.JWT_SECRET) {\n  throw new Error('JWT_SECRET');\n}\n";
const serving = "require('express')().listen(process.env.PORT || 3000);\n";

test.each([
  ['asks for it first', asking + serving, true],
  ['loads a file before it asks', `process.loadEnvFile();\n${asking}${serving}`, false],
  ['runs a module before it asks', `require('./load');\n${asking}${serving}`, false],
  ['gives it a value before it asks', `process.env.JWT_SECRET = 'x';\n${asking}${serving}`, false],
])('a variable is required where the code surely ends without it: it %s', async (_, entry, is) => {
  const { texts } = await retrofit(express(entry), 'config');
  expect(texts['environment.js']?.includes("read('JWT_SECRET', { required: true })")).toBe(is);
});

test.each([
  ['commas behind', 'const a = [1, 2];\nconst b = {\n  c: a,\n  d: [3, 4],\n};\n', true],
  ['no commas behind', 'const a = [1, 2];\nconst b = {\n  c: a,\n  d: [3, 4]\n};\n', false],
  ['no list of several lines', 'const a = [1, 2];\nconst b = { c: a };\n', true],
])('new files follow the lists of the code: %s', async (_, code, trailing) => {
  const { texts } = await retrofit(express(`${code}${serving}`), 'processes');
  expect(/,\n *[)\]}]/.test(texts['listening.js'] ?? '')).toBe(trailing);
});

const django = (reading: string): Texts => ({
  'requirements.txt': 'django\nwhitenoise\ndj-database-url\ndjango-environ\n',
  'manage.py':
    'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\nfrom django.core.management import execute_from_command_line\nexecute_from_command_line()\n',
  'shop/__init__.py': '',
  'shop/wsgi.py':
    'from django.core.wsgi import get_wsgi_application\n\napplication = get_wsgi_application()\n',
  'shop/settings.py': `import os\nimport environ\nenv = environ.Env()\nSECRET_KEY = os.environ["SECRET_KEY"]\nINSTALLED_APPS = ["django.contrib.staticfiles"]\nMIDDLEWARE = ["whitenoise.middleware.WhiteNoiseMiddleware"]\nSTATIC_ROOT = "static"\nROOT_URLCONF = "shop.urls"\n${reading}\n`,
  'shop/urls.py': 'urlpatterns = []\n',
  'shop/tests.py':
    'from django.test import TestCase\n\n\nclass T(TestCase):\n    def test_it(self):\n        pass\n',
});

test.each([
  ['os.environ["DATABASE_URL"]', 'DATABASE_URL=sqlite://:memory:'],
  ['env.db()', 'DATABASE_URL=sqlite://:memory:'],
  ['int(os.environ["TIMEOUT"])', 'TIMEOUT=1'],
  ['os.environ["PAYMENT_URL"]', 'PAYMENT_URL=http://localhost'],
])('the image collects static files with a value of the right form: %s', async (read, given) => {
  const { texts } = await retrofit(django(`X = ${read}`), 'docker');
  expect(texts.Dockerfile).toContain('collectstatic');
  expect(texts.Dockerfile?.replaceAll(/["']/g, '')).toContain(given);
});

test('static files of a project below a folder are collected there', async () => {
  const { 'requirements.txt': list = '', ...code } = django('X = 1');
  const below = Object.fromEntries(
    Object.entries(code).map(([path, text]) => [`backend/${path}`, text]),
  );
  const { texts } = await retrofit({ 'requirements.txt': list, ...below }, 'docker');
  expect(texts.Dockerfile).toMatch(
    /^WORKDIR \/app\/backend\nRUN .*python manage\.py collectstatic --noinput\nWORKDIR \/app\n/m,
  );
});

test('an import stands with those of the neighbours', async () => {
  const { texts } = await retrofit(
    {
      'requirements.txt': 'flask\n',
      'models.py': 'X = 1\n',
      'app.py':
        'import os\n\nfrom flask import Flask\n\nfrom models import X\n\napp = Flask(__name__)\nprint(X, os.environ.get("LEVEL"))\n',
    },
    'config',
    {},
    { application: fact('app:app') },
  );
  expect(texts['app.py']).toContain(
    'from environment import check_environment\nfrom models import X\n',
  );
});

test('new files are left out of a coverage that has a threshold, and of no other', async () => {
  const threshold = ',"jest":{"coverageThreshold":{"global":{"lines":100}}}}';
  const node = express(serving);
  const measured = {
    ...node,
    'package.json': node['package.json']?.replace(/\}\n$/, threshold) ?? '',
  };
  const comment = /^\/\* istanbul ignore file \*\/\n\/\* c8 ignore start \*\/\n/;
  expect((await retrofit(measured, 'processes')).texts['health.js']).toMatch(comment);
  expect((await retrofit(node, 'processes')).texts['health.js']).not.toMatch(comment);
  const flask = {
    'requirements.txt': 'flask\n',
    'app.py': 'from flask import Flask\n\napp = Flask(__name__)\n',
  };
  const kept = { ...flask, '.coveragerc': '[report]\nfail_under = 100\n' };
  expect((await retrofit(kept, 'processes')).texts['health.py']).toMatch(
    /^def .* {2}# pragma: no cover$/m,
  );
  expect((await retrofit(flask, 'processes')).texts['health.py']).not.toContain('pragma');
});

test('an application that its maker wraps into something else is left alone, and told of', async () => {
  const wrapping = (what: string): Texts => ({
    'requirements.txt': 'fastapi\nuvicorn\n',
    'main.py': `from fastapi import FastAPI\n\nfrom wrap import Wrap\n\n\ndef create_app():\n    app = FastAPI()\n\n    return ${what}\n\n\napp = create_app()\n`,
    'wrap.py': 'class Wrap:\n    pass\n',
  });
  const facts = { application: fact('main:app') };
  const wrapped = await retrofit(wrapping('Wrap(app)'), 'processes', {}, facts);
  expect(wrapped.texts['main.py']).not.toContain('add_health');
  expect(JSON.stringify(wrapped.plan.notes)).toContain('/healthz');
  const plain = await retrofit(wrapping('app'), 'processes', {}, facts);
  expect(plain.texts['main.py']).toContain('add_health(app)');
  const own = await retrofit(wrapping('FastAPI(title="x")'), 'processes', {}, facts);
  expect(own.texts['main.py']).toContain('add_health(app)');
});
