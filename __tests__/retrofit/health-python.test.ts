import type { Texts } from '../run.ts';
import { retrofit } from './support.ts';

/** A framework's package, how its application is made, and how health gets before it. */
const frameworks: readonly (readonly [string, string, string, string])[] = [
  ['aiohttp', 'from aiohttp import web', 'web.Application()', 'app.middlewares.insert(0, _before)'],
  ['bottle', 'from bottle import Bottle', 'Bottle()', 'app.wsgi = _before(app.wsgi)'],
  ['fastapi', 'from fastapi import FastAPI', 'FastAPI()', '["build_middleware_stack"] = lambda: '],
  ['flask', 'from flask import Flask', 'Flask(__name__)', '_before(app.wsgi_app)'],
  ['litestar', 'from litestar import Litestar', 'Litestar([])', '_before(app.asgi_handler)'],
  ['quart', 'from quart import Quart', 'Quart(__name__)', 'own.asgi_app = _before(own.asgi_app)'],
  ['sanic', 'from sanic import Sanic', 'Sanic("shop")', 'register_middleware(_before, "request"'],
];

const served = 'from shop.app import create_app\n\n\ndef test_app():\n    assert create_app()\n';
const project = (name: string, app: string): Texts => ({
  'requirements.txt': `${name}\nuvicorn\n`,
  'shop/__init__.py': '',
  'shop/app.py': app,
  'tests/test_app.py': served,
});

test.each(frameworks)(
  '%s: health before the application that a factory returns',
  async (...row) => {
    const [name, taken, made, before] = row;
    const app = `${taken}\n\n\ndef create_app():\n    app = ${made}\n    return app\n`;
    const { texts, plan } = await retrofit(project(name, app), 'processes');
    expect(texts['shop/app.py']).toContain(
      `    app = ${made}\n    add_health(app)\n    return app\n`,
    );
    expect(texts['shop/app.py']).toContain('from shop.health import add_health\n');
    expect(texts['shop/health.py']).toContain(before);
    expect(texts['shop/health.py']).toContain('from shop.readiness import failing\n');
    expect(plan.notes.filter(({ message }) => message.includes('/healthz'))).toEqual([]);
  },
);

test.each([
  ['falcon', 'import falcon\n\n\ndef create_app():\n    app = falcon.App()\n    return app\n'],
  ['litestar', 'from litestar import Litestar\n\n\ndef create_app():\n    return Litestar([])\n'],
  [
    'pyramid',
    'from pyramid.config import Configurator\n\n\ndef create_app():\n    config = Configurator()\n    return config.make_wsgi_app()\n',
  ],
])('%s: what has no sure place is told', async (name, app) => {
  const { texts, plan } = await retrofit(project(name, app), 'processes');
  expect(texts['shop/app.py']).toBe(app);
  expect(plan.notes.filter(({ message }) => message.includes('/healthz'))).toHaveLength(1);
});
