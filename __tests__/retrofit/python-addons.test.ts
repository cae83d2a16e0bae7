import { run, runAll, type Texts } from '../run.ts';
import { retrofit } from './support.ts';

const flask = 'from flask import Flask\n\napp = Flask(__name__)\n';
const services: Readonly<Record<string, Texts>> = {
  Flask: { 'app.py': flask, 'requirements.txt': 'flask==3.1.2\n' },
  FastAPI: {
    'shop/__init__.py': '',
    'shop/main.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n',
    'pyproject.toml': '[project]\nname = "shop"\nversion = "1.0.0"\ndependencies = ["fastapi"]\n',
  },
  Django: {
    'manage.py': 'import os\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n',
    'shop/__init__.py': '',
    'shop/settings.py':
      'INSTALLED_APPS = ["rest_framework"]\nMIDDLEWARE = [\n    "django.middleware.common.CommonMiddleware",\n]\nROOT_URLCONF = "shop.urls"\nWSGI_APPLICATION = "shop.wsgi.application"\n',
    'shop/urls.py': 'urlpatterns = []\n',
    'shop/wsgi.py':
      'from django.core.wsgi import get_wsgi_application\n\napplication = get_wsgi_application()\n',
    'requirements.txt': 'django==6.1\ndjangorestframework==3.17.1\n',
  },
};
const project = (name: string, more: Texts = {}): Texts => ({ ...services[name], ...more });

/** The server that a project without one gets, and where it is declared. */
const servers: readonly (readonly [string, string, string])[] = [
  ['Flask', `gunicorn app:app --bind 0.0.0.0:\${PORT:-8000}`, 'requirements.txt'],
  ['FastAPI', `uvicorn shop.main:app --host 0.0.0.0 --port \${PORT:-8000}`, 'pyproject.toml'],
  [
    'Django',
    `granian --interface wsgi shop.wsgi:application --host 0.0.0.0 --port \${PORT:-8000}`,
    'requirements.txt',
  ],
];

describe.each(servers)('%s with a development server only', (name, command, manifest) => {
  const server = command.split(' ')[0] ?? '';

  test('processes: a Procfile that starts a server, and that server declared', async () => {
    const after = await run(project(name), 'processes');
    expect(after.Procfile).toContain(`web: ${command}\n`);
    expect(after[manifest]).toContain(`${server}>=`);
  });

  test('docker: an image that starts it, and the server declared', async () => {
    const after = await run(project(name), 'docker');
    expect(after.Dockerfile).toContain(`CMD ["sh", "-c", "exec ${command}"]`);
    expect(after[manifest]).toContain(`${server}>=`);
  });
});

test('another server that was asked for is taken, and a Procfile of the user is told of', async () => {
  const granian = await run(project('Flask'), 'processes', { server: 'granian' });
  expect(granian.Procfile).toContain('web: granian --interface wsgi app:app ');
  const own = project('Flask', { Procfile: 'web: flask run --debug\n' });
  const { texts, plan } = await retrofit(own, 'processes');
  expect(texts.Procfile).toBe(own.Procfile);
  expect(plan.notes).toContainEqual({
    file: 'Procfile',
    line: 1,
    message: expect.stringContaining('add gunicorn and use `web: gunicorn app:app'),
  });
});

test('/readyz asks what was attached, in whatever order it came', async () => {
  const given = { database: 'postgresql', cache: 'redis' };
  const orders = [
    ['processes', 'backing-services'],
    ['backing-services', 'processes'],
  ];
  for (const order of orders) {
    const { 'readiness.py': text } = await runAll(project('Flask'), order, given);
    expect(text).toContain('from cache import check_cache\nfrom database import check_database\n');
    expect(text).toContain('] = [check_cache, check_database]\n');
  }
  const alone = await run(project('Flask'), 'processes', given);
  expect(alone['readiness.py']).toContain('_CHECKS: list[Callable[[], None]] = []\n');
  const attached = await run(project('Flask'), 'backing-services', given);
  expect(Object.keys(attached)).not.toContain('readiness.py');
  const django = await run(project('Django'), 'processes');
  expect(django['shop/readiness.py']).toContain('] = [check_database]\n');
  expect(django['shop/database_check.py']).toContain('connections["default"]');
});

test("/readyz asks the code's own engine or connection where there is but one, and tells of the rest", async () => {
  const requirements = 'fastapi==0.120\nuvicorn==0.38\nsqlalchemy==2.0\npsycopg==3.2\nredis==6\n';
  const engine = 'from sqlalchemy import create_engine\n\ndb = create_engine("postgresql://x")\n';
  const before = project('FastAPI', {
    'requirements.txt': requirements,
    'shop/__init__.py': 'from shop.db import session\n',
    'shop/db/__init__.py': '',
    'shop/db/session.py': engine,
  });
  const { texts, plan } = await retrofit(before, 'processes');
  expect(texts['shop/engine_check.py']).toContain(
    '    engine: Engine = import_module("shop.db.session").db\n',
  );
  expect(texts['shop/readiness.py']).toContain('] = [check_engine]\n');
  const left = { file: 'shop/readiness.py', message: expect.stringContaining('not ask redis:') };
  expect(plan.notes).toContainEqual(left);
  const two = await run(
    { ...before, 'shop/db/__init__.py': 'from shop import other\n', 'shop/other.py': engine },
    'processes',
  );
  expect(two['shop/engine_check.py']).toBeUndefined();
  const node = await run(
    {
      'server.js':
        "const express = require('express');\nconst mongoose = require('mongoose');\n\nmongoose.connect(process.env.MONGO_URL);\nconst app = express();\n\napp.listen(3000);\n",
      'package.json':
        '{ "name": "shop", "scripts": { "start": "node server.js" }, "dependencies": { "express": "^5.0.0", "mongoose": "^8.0.0" } }\n',
    },
    'processes',
  );
  expect(node['health.js']).toContain("const { checkMongoose } = require('./mongoose-check');\n");
  expect(node['health.js']).toContain('const checks = [checkMongoose];\n');
  expect(node['mongoose-check.js']).toContain('readyState !== mongoose.STATES.connected');
});

test.each([
  ['Flask', 'app.py', 'app = Flask(__name__)\nadd_metrics(app)\n', 'metrics.py'],
  ['FastAPI', 'shop/main.py', 'app = FastAPI()\nadd_metrics(app)\n', 'shop/metrics.py'],
  ['Django', 'shop/settings.py', '    "shop.metrics.MetricsMiddleware",\n', 'shop/metrics.py'],
])('%s: metrics in front of the app, for who has the token', async (name, file, line, made) => {
  const after = await run(project(name), 'backing-services', { monitoring: 'prometheus' });
  expect(after[file]).toContain(line);
  expect(after[made]).toContain('os.environ.get("METRICS_TOKEN", "")');
});

test('a project that counts already gets no other metrics', async () => {
  for (const more of [
    { 'requirements.txt': 'flask==3.1.2\nprometheus_client==0.20\n' },
    { 'app.py': `${flask}\n\n@app.get("/metrics")\ndef metrics():\n    return ""\n` },
  ]) {
    const before = project('Flask', more);
    const after = await run(before, 'backing-services', { monitoring: 'prometheus' });
    expect(after['app.py']).toBe(before['app.py']);
    expect(after['metrics.py']).toBeUndefined();
  }
});

test('Swagger UI over the own document, from a package that is installed', async () => {
  const document = { 'api/openapi.yaml': 'openapi: 3.1.0\n' };
  const after = await run(project('Flask', document), 'admin-dashboard');
  expect(after['app.py']).toContain('app = Flask(__name__)\nadd_dashboards(app)\n');
  expect(after['dashboards.py']).toContain('from docs_page import PAGES as DOCS\n');
  expect(after['docs_page.py']).toContain('parents[0] / "api" / "openapi.yaml"\n');
  expect(after['docs_page.py']).not.toMatch(/https?:\/\//);
  expect(after['requirements.txt']).toContain('flask-swagger-ui>=');
});

test('Django REST framework is told by drf-spectacular, by a line of the settings', async () => {
  const after = await run(project('Django'), 'admin-dashboard');
  expect(after['shop/settings.py']).toContain(
    'REST_FRAMEWORK = {"DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema"}\n',
  );
  expect(after['shop/docs_page.py']).toContain(
    '"/docs/openapi": ("application/json", read_document)',
  );
  const settings = `${services.Django?.['shop/settings.py']}REST_FRAMEWORK = {\n    "PAGE_SIZE": 10,\n}\n`;
  const more = await run(project('Django', { 'shop/settings.py': settings }), 'admin-dashboard');
  expect(more['shop/settings.py']).toContain(
    '}\nREST_FRAMEWORK["DEFAULT_SCHEMA_CLASS"] = "drf_spectacular.openapi.AutoSchema"\n',
  );
});

test('nothing is shown beside what shows it already', async () => {
  const document = { 'openapi.yaml': 'openapi: 3.1.0\n' };
  for (const before of [
    project('FastAPI', document),
    project('Flask', { ...document, 'requirements.txt': 'flask==3.1.2\nflasgger==0.9\n' }),
    project('Flask'),
  ]) {
    const after = await run(before, 'admin-dashboard');
    expect(Object.keys(after).filter((path) => path.endsWith('.py'))).toEqual(
      Object.keys(before).filter((path) => path.endsWith('.py')),
    );
  }
  const { plan } = await retrofit(project('FastAPI'), 'admin-dashboard', { dashboards: 'swagger' });
  expect(plan.notes.map(({ message }) => message)).toContain(
    'Swagger UI is left to you: fastapi brings its own',
  );
});

test('GraphiQL where a schema is answered without a page', async () => {
  const urls = (more: string): Texts => ({
    'shop/urls.py': `from django.urls import path\nfrom graphene_django.views import GraphQLView\n\nurlpatterns = [\n    path("graphql/", GraphQLView.as_view(${more})),\n]\n`,
    'requirements.txt': 'django==6.1\ngraphene-django==3.2.3\n',
  });
  const after = await run(project('Django', urls('')), 'admin-dashboard');
  expect(after['shop/graphiql_page.py']).toContain('url: new URL("graphql/", document.baseURI)');
  expect(after['shop/settings.py']).toContain('"shop.dashboards.DashboardsMiddleware",\n');
  const own = await run(project('Django', urls('graphiql=True')), 'admin-dashboard');
  expect(own['shop/graphiql_page.py']).toBeUndefined();
});
