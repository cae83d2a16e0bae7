import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type GivenHeaders, startApp } from '../support/app.ts';
import { makeTodo } from '../todos/factories.ts';

/** As much of the document as is read here. */
interface Document {
  paths: Record<string, Record<string, { responses: Record<string, object> }>>;
  components: { schemas: Record<string, { required: string[] }> };
}

const app = await startApp();
after(() => app[Symbol.asyncDispose]());
const document = (await (await app.send('GET', '/openapi.json')).json()) as Document;

test('every address of todos is told, and no other below it', () => {
  const own = Object.entries(document.paths).filter(([path]) => path.startsWith('/api/todos'));
  const addresses = own.flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  assert.deepEqual(addresses, [
    'get /api/todos',
    'post /api/todos',
    'get /api/todos/{id}',
    'patch /api/todos/{id}',
    'delete /api/todos/{id}',
  ]);
});

test('only the title of a new todo is required', () => {
  assert.deepEqual(document.components.schemas.NewTodo?.required, ['title']);
});

test('what the API answers is told', async () => {
  const { id } = await makeTodo(app);
  const unknown = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
  const text = { 'Content-Type': 'text/plain' };
  const asked: [
    method: string,
    path: string,
    id: string,
    body?: unknown,
    headers?: GivenHeaders,
  ][] = [
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
