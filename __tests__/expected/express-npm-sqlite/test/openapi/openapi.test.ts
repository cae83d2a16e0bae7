import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startApp } from '../support/app.ts';
import { makeTodo } from '../todos/factories.ts';

/** As much of the document as is read here. */
interface Document {
  openapi: string;
  security: object[];
  paths: Record<string, Record<string, { responses: Record<string, object> }>>;
  components: { schemas: Record<string, { required: string[] }> };
}

const app = await startApp();
after(() => app[Symbol.asyncDispose]());
const read = async (from = app) =>
  (await (await from.send('GET', '/openapi.json')).json()) as Document;
const document = await read();

test('it tells every address, and nothing else', () => {
  const addresses = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  assert.deepEqual(addresses, [
    'get /api/todos',
    'post /api/todos',
    'get /api/todos/{id}',
    'patch /api/todos/{id}',
    'delete /api/todos/{id}',
  ]);
  assert.match(document.openapi, /^3\.1\./);
});

test('every reference leads somewhere', () => {
  for (const [, path = ''] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = path
      .split('/')
      .reduce<unknown>((node, name) => (node as Record<string, unknown>)?.[name], document);
    assert.ok(found, path);
  }
  assert.deepEqual(document.components.schemas.NewTodo?.required, ['title']);
});

test('what the API answers is told', async () => {
  const { id } = await makeTodo(app);
  const unknown = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
  const text = { 'Content-Type': 'text/plain' };
  const asked: [method: string, path: string, id: string, body?: unknown, headers?: HeadersInit][] =
    [
      ['GET', '/api/todos', ''],
      ['GET', '/api/todos', '?limit=0'],
      ['POST', '/api/todos', '', { title: 'a' }],
      ['POST', '/api/todos', '', '{'],
      ['POST', '/api/todos', '', ' '.repeat(200_000)],
      ['POST', '/api/todos', '', 'a', text],
      ['POST', '/api/todos', '', {}],
      ['GET', '/api/todos/{id}', id],
      ['GET', '/api/todos/{id}', unknown],
      ['PATCH', '/api/todos/{id}', id, { done: true }],
      ['PATCH', '/api/todos/{id}', id, { done: 'x' }],
      ['PATCH', '/api/todos/{id}', unknown, {}],
      ['DELETE', '/api/todos/{id}', id],
      ['DELETE', '/api/todos/{id}', id],
    ];
  for (const [method, path, tail, body, headers] of asked) {
    const address = path.includes('{id}') ? path.replace('{id}', tail) : path + tail;
    const { status } = await app.send(method, address, body, headers);
    const { responses } = document.paths[path]?.[method.toLowerCase()] ?? {};
    assert.ok(responses?.[status], `${method} ${address.slice(0, 60)}: ${status}`);
  }
});

test('who needs a token is told so', async () => {
  assert.deepEqual(document.security, [{ bearer: [] }, {}]);
  await using closed = await startApp({ API_TOKENS: 'one' });
  assert.deepEqual((await read(closed)).security, [{ bearer: [] }]);
});
