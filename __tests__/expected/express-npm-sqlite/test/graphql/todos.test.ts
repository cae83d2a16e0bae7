import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import type { Todo } from '../../src/todos/todo.ts';
import { startApp } from '../support/app.ts';
import { ask, codesOf } from '../support/graphql.ts';
import { makeTodo, todosOf } from '../todos/factories.ts';

const app = await startApp();
after(() => app[Symbol.asyncDispose]());
const fields = '{ id title done createdAt }';

test('a todo is made, read, changed and deleted', async () => {
  const made = await ask(app, `mutation { createTodo(title: "Milk") ${fields} }`);
  const todo = made.data?.createTodo as Todo;
  assert.deepEqual(await todosOf(app).get(todo.id), todo);
  const id = { id: todo.id };
  const read = await ask(app, `query ($id: ID!) { todo(id: $id) ${fields} }`, id);
  assert.deepEqual(read.data, { todo });
  const change = `mutation ($id: ID!) { updateTodo(id: $id, done: true) ${fields} }`;
  assert.deepEqual((await ask(app, change, id)).data, { updateTodo: { ...todo, done: true } });
  const removal = 'mutation ($id: ID!) { deleteTodo(id: $id) }';
  assert.deepEqual((await ask(app, removal, id)).data, { deleteTodo: todo.id });
  assert.deepEqual(codesOf(await ask(app, removal, id)), ['NOT_FOUND']);
});

test('the list comes a part at a time', async () => {
  await makeTodo(app, { title: 'a' });
  await makeTodo(app, { title: 'b' });
  const { data } = await ask(app, '{ todos(limit: 1, offset: 1) { items { title } total limit } }');
  assert.deepEqual(data, { todos: { items: [{ title: 'b' }], total: 2, limit: 1 } });
});

for (const id of ['x', randomUUID()]) {
  test(`no todo has the id ${id.slice(0, 3)}…`, async () => {
    const read = await ask(app, `{ todo(id: "${id}") { id } }`);
    assert.deepEqual(read.data, { todo: null });
    assert.deepEqual(codesOf(read), ['NOT_FOUND']);
    for (const change of ['updateTodo(id: $id, done: true) { id }', 'deleteTodo(id: $id)']) {
      const answer = await ask(app, `mutation ($id: ID!) { ${change} }`, { id });
      assert.deepEqual(codesOf(answer), ['NOT_FOUND']);
    }
  });
}

for (const [document, path] of [
  ['mutation { createTodo(title: "") { id } }', 'title'],
  [`mutation { createTodo(title: "${'x'.repeat(201)}") { id } }`, 'title'],
  [`mutation { updateTodo(id: "${randomUUID()}", title: null) { id } }`, 'title'],
  ['{ todos(limit: 101) { total } }', 'limit'],
  ['{ todos(offset: -1) { total } }', 'offset'],
] as const) {
  test(`${document.slice(0, 50)} is refused, naming ${path}`, async () => {
    const answer = await ask(app, document);
    assert.deepEqual(codesOf(answer), ['BAD_USER_INPUT']);
    const [error] = answer.errors ?? [];
    assert.equal(error?.path?.length, 1);
    const [issue] = (error?.extensions.issues ?? []) as { path: string }[];
    assert.equal(issue?.path, path);
  });
}
