import { setTimeout as sleep } from 'node:timers/promises';
import { createTodoRepository } from '../../src/todos/repository.ts';
import { createTodoService, type TodoService } from '../../src/todos/service.ts';
import type { NewTodo, Todo } from '../../src/todos/todo.ts';
import type { TestApp } from '../support/app.ts';

/** What a client sends to make a todo. */
export const newTodo = (parts: Partial<NewTodo> = {}): NewTodo => ({
  title: 'Write a test',
  done: false,
  ...parts,
});

/** The app's todos, past its addresses. */
export const todosOf = ({ context: { resources } }: TestApp): TodoService =>
  createTodoService(createTodoRepository(resources.database.db));

/** A todo that the app has made; later than the one before, so that lists have one order. */
export async function makeTodo(app: TestApp, parts: Partial<NewTodo> = {}): Promise<Todo> {
  await sleep(2);
  return todosOf(app).create(newTodo(parts));
}
