import { find, findAll, parse, type Query } from '../../lib/documents/javascript.ts';

const told = (text: string, query: Query, path = 'app.ts') =>
  findAll(text, { path, query }).map(({ line, name, call, functions, place }) =>
    [line, name ?? '-', call, functions, place ? 'sure' : 'unsure'].join(' '),
  );

test('a call is known by the module that it comes from', () => {
  const text = `
import web, { Router as R } from 'express';
import * as http from 'node:http';
import { Hono } from 'hono';
const { createServer: make } = require('https');
const fastify = require('fastify').default;
export const app = web();
const hono: Hono = new Hono() as Hono, routes = R();
let server = http.createServer(app);
server = make(app);
const f = fastify({ logger: true });
const g = require('fastify')();
const h = web.Router();
const other = express();
`;
  const declares = [
    'express',
    'new hono.Hono',
    'http.createServer',
    'https.createServer',
    'fastify',
  ];
  expect(told(text, { declares: [...declares, 'express.Router'] })).toEqual([
    '7 app express 0 sure',
    '8 hono new hono.Hono 0 sure',
    '8 routes express.Router 0 sure',
    '9 server http.createServer 0 sure',
    '10 server https.createServer 0 sure',
    '11 f fastify 0 sure',
    '12 g fastify 0 sure',
    '13 h express.Router 0 sure',
    '14 other express 0 sure',
  ]);
});

test('a call tells where it stands, and whether that is a place for one line more', () => {
  const text = `
app.listen(1);
const server = await app.listen(2), b = x(app.listen(3));
class A { server = app.listen(4); run() { this.server = this.app.listen(5); } static { app.listen(6); } }
const later = () => app.listen(7);
start().then(() => { app.listen(8); });
if (app.listen(9)) app.listen(10); else { app.listen(11); }
switch (x) { case 1: app.listen(12); }
app?.listen(13)!;
app['listen'](14);
function f(x = app.listen(15)) {}
cond && app.listen(16);
const o = { s: app.listen(17) };
`;
  expect(told(text, { calls: ['*.listen'] })).toEqual([
    '2 - app.listen 0 sure',
    '3 server app.listen 0 sure',
    '3 - app.listen 0 sure',
    '4 - app.listen 0 unsure',
    '4 this.server this.app.listen 1 sure',
    '4 - app.listen 0 sure',
    '5 - app.listen 1 unsure',
    '6 - app.listen 1 sure',
    '7 - app.listen 0 unsure',
    '7 - app.listen 0 unsure',
    '7 - app.listen 0 sure',
    '8 - app.listen 0 unsure',
    '9 - app.listen 0 sure',
    '11 - app.listen 1 unsure',
    '12 - app.listen 0 sure',
    '13 - app.listen 0 sure',
  ]);
  expect(told(text, { declares: ['app.listen', 'this.app.listen'] })).toHaveLength(2);
  expect(find(text, { path: 'a.ts', query: { calls: ['this.app.listen'] } })?.name).toBe(
    'this.server',
  );
  expect(find(text, { path: 'a.ts', query: { calls: ['app.listen'] } })).toBeUndefined();
});

test('a file tells how it takes in modules', () => {
  const kind = (path: string, text: string) => parse(path, text).kind;
  expect(kind('a.js', 'import "a"; require("b")')).toBe('esm');
  expect(kind('a.js', 'f(require("b"))')).toBe('cjs');
  expect(kind('a.js', 'exports.a = 1')).toBe('cjs');
  expect(kind('a.js', 'a()')).toBeUndefined();
  expect(kind('a.ts', 'a()')).toBe('esm');
  expect(kind('a.mjs', '')).toBe('esm');
  expect(kind('a.cjs', '')).toBe('cjs');
});
