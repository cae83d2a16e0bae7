/** A web framework, known by its package and by what makes its application object. */
export interface Framework {
  readonly name: string;
  /** Normalised names of packages that are, or bring, the framework. */
  readonly packages: readonly string[];
  /** Dotted names of what is called to make the application. */
  readonly makes: readonly string[];
  readonly protocol: 'wsgi' | 'asgi' | 'own';
  /** The command-line program of every project of it, which shows the framework by itself. */
  readonly program?: string;
  /** Modules whose application speaks ASGI, though the framework's other speaks WSGI. */
  readonly asgi?: RegExp;
  /** Its package is often there as a mere client or library: only code shows that it serves. */
  readonly client?: true;
}

/** Every framework that is known, those that build on others first. */
export const frameworks: readonly Framework[] = [
  {
    name: 'django',
    packages: ['django'],
    makes: ['django.core.wsgi.get_wsgi_application', 'django.core.asgi.get_asgi_application'],
    protocol: 'wsgi',
    program: 'manage.py',
    asgi: /asgi/,
  },
  {
    name: 'litestar',
    packages: ['litestar', 'starlite'],
    makes: ['litestar.Litestar', 'litestar.app.Litestar', 'starlite.Starlite'],
    protocol: 'asgi',
  },
  {
    name: 'fastapi',
    packages: ['fastapi', 'fastapi-slim'],
    makes: ['fastapi.FastAPI', 'fastapi.applications.FastAPI'],
    protocol: 'asgi',
  },
  {
    name: 'quart',
    packages: ['quart'],
    makes: ['quart.Quart'],
    protocol: 'asgi',
  },
  {
    name: 'flask',
    packages: ['flask', 'apiflask', 'flask-openapi3'],
    makes: ['flask.Flask', 'flask.app.Flask', 'apiflask.APIFlask', 'flask_openapi3.OpenAPI'],
    protocol: 'wsgi',
  },
  {
    name: 'connexion',
    packages: ['connexion'],
    makes: ['connexion.FlaskApp', 'connexion.AsyncApp', 'connexion.App'],
    protocol: 'asgi',
  },
  {
    name: 'sanic',
    packages: ['sanic'],
    makes: ['sanic.Sanic', 'sanic.app.Sanic'],
    protocol: 'asgi',
  },
  {
    name: 'starlette',
    packages: ['starlette'],
    makes: ['starlette.applications.Starlette'],
    protocol: 'asgi',
    client: true,
  },
  {
    name: 'falcon',
    packages: ['falcon'],
    makes: ['falcon.App', 'falcon.API'],
    protocol: 'wsgi',
  },
  { name: 'falcon', packages: [], makes: ['falcon.asgi.App'], protocol: 'asgi' },
  { name: 'pyramid', packages: ['pyramid'], makes: ['make_wsgi_app'], protocol: 'wsgi' },
  {
    name: 'bottle',
    packages: ['bottle'],
    makes: ['bottle.Bottle', 'bottle.default_app', 'bottle.app'],
    protocol: 'wsgi',
  },
  {
    name: 'blacksheep',
    packages: ['blacksheep'],
    makes: ['blacksheep.Application', 'blacksheep.server.Application'],
    protocol: 'asgi',
  },
  { name: 'robyn', packages: ['robyn'], makes: ['robyn.Robyn'], protocol: 'own' },
  {
    name: 'aiohttp',
    packages: ['aiohttp'],
    makes: ['aiohttp.web.Application'],
    protocol: 'own',
    client: true,
  },
  {
    name: 'tornado',
    packages: ['tornado'],
    makes: ['tornado.web.Application'],
    protocol: 'own',
    client: true,
  },
];
