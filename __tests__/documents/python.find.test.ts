import { find, findAll, items, load, type Query } from '../../lib/documents/python.ts';

beforeAll(load);

const told = (text: string, query: Query) =>
  findAll(text, { query }).map(({ line, name, call, functions, place }) =>
    [line, name ?? '-', call ?? '-', functions, place ? 'sure' : 'unsure'].join(' '),
  );

test('a call is known by the module that it comes from', () => {
  const text = `
import fastapi, http.server as hs, celery.app
from flask import Flask as F
from .core import build
from . import near
app = fastapi.FastAPI(title="ü")
a: F = F(__name__)
async def main():
    self.app = await (build())
    srv = hs.HTTPServer()
    x = y = near.make()
c = celery.app.Celery()
app = Other()
`;
  const declares = ['fastapi.FastAPI', 'flask.Flask', '.core.build', 'http.server.HTTPServer'];
  expect(told(text, { declares: [...declares, '.near.make', 'celery.app.Celery'] })).toEqual([
    '6 app fastapi.FastAPI 0 sure',
    '7 a flask.Flask 0 sure',
    '9 self.app .core.build 1 sure',
    '10 srv http.server.HTTPServer 1 sure',
    '11 y .near.make 1 sure',
    '12 c celery.app.Celery 0 sure',
  ]);
  expect(find(text, { query: { declares: ['F'] } })?.name).toBe('a');
  expect(find(text, { query: { assigns: ['app'] } })).toBeUndefined();
  expect(told(text, { assigns: ['app', 'c'] })).toEqual([
    '6 app - 0 sure',
    '12 c - 0 sure',
    '13 app - 0 sure',
  ]);
});

test('a call tells where it stands', () => {
  const text = `
run = lambda: app.run(1)
if app.run(2): app.run(3)
@app.route("/")
def f(x=app.run(4)):
    return app.run(5)
class A:
    b = app().run(6)
`;
  expect(told(text, { calls: ['*.run'] })).toEqual([
    '2 - app.run 1 unsure',
    '3 - app.run 0 sure',
    '3 - app.run 0 sure',
    '5 - app.run 1 sure',
    '6 - app.run 1 sure',
    '8 b app().run 0 sure',
  ]);
});

test('the items of a list are read as code', () => {
  const text = '\uFEFFX = [\r\n    "a", # b\r\n    path("c", d),\r\n]\r\nY = [1] + X\r\n';
  expect(items(text, { name: 'X' })).toEqual(['"a"', 'path("c", d)']);
  expect(items(text, { name: 'Y' })).toBeUndefined();
});
