import type { NewTodo, Todo } from '../../src/todos/todo.ts';
import type { TestApp } from '../support/app.ts';

/** What a client sends to make a todo. */
export const newTodo = (parts: Partial<NewTodo> = {}): NewTodo => ({
  title: 'Write a test',
  done: false,
  ...parts,
});

/** A todo that the app has made. */
export async function makeTodo(app: TestApp, parts: Partial<NewTodo> = {}): Promise<Todo> {
  const response = await app.send('POST', '/api/todos', newTodo(parts));
  return (await response.json()) as Todo;
}
