import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TodoRepository } from '../../src/todos/repository.ts';
import { createTodoService } from '../../src/todos/service.ts';
import type { Todo } from '../../src/todos/todo.ts';
import { newTodo } from './factories.ts';

/** Todos in memory: the service needs no database. */
function memory(): TodoRepository {
  const rows = new Map<string, Todo>();
  return {
    list: async ({ limit, offset }) => [...rows.values()].slice(offset, offset + limit),
    count: async () => rows.size,
    find: async (id) => rows.get(id),
    insert: async (todo) => void rows.set(todo.id, todo),
    update: async () => undefined,
    remove: async (id) => rows.delete(id),
  };
}

test('a new todo has an id of its own and the time of its making', async () => {
  const todos = createTodoService(memory());
  const before = Date.now();
  const [one, two] = [await todos.create(newTodo()), await todos.create(newTodo())];
  assert.notEqual(one.id, two.id);
  assert.ok(Date.parse(one.createdAt) >= before);
  assert.deepEqual(await todos.get(one.id), one);
});

test('a list says how long the whole is', async () => {
  const todos = createTodoService(memory());
  const made = [await todos.create(newTodo()), await todos.create(newTodo())];
  const page = { limit: 1, offset: 1 };
  assert.deepEqual(await todos.list(page), { items: made.slice(1), total: 2, ...page });
});

test('what is not there can neither be changed nor removed', async () => {
  const todos = createTodoService(memory());
  assert.equal(await todos.update('none', { done: true }), undefined);
  assert.equal(await todos.remove('none'), false);
});
