import { randomUUID } from 'node:crypto';
import type { Page, PageOf } from '../page.ts';
import type { TodoRepository } from './repository.ts';
import type { NewTodo, Todo, TodoChanges } from './todo.ts';

/** What can be done with todos; REST, GraphQL and the dashboards all come through here. */
export interface TodoService {
  list(page: Page): Promise<PageOf<Todo>>;
  get(id: string): Promise<Todo | undefined>;
  create(todo: NewTodo): Promise<Todo>;
  update(id: string, changes: TodoChanges): Promise<Todo | undefined>;
  remove(id: string): Promise<boolean>;
}

/** Todos over a repository; the arguments are valid already. */
export function createTodoService(todos: TodoRepository): TodoService {
  return {
    async list(page) {
      const [items, total] = await Promise.all([todos.list(page), todos.count()]);
      return { items, total, ...page };
    },
    get: (id) => todos.find(id),
    async create({ title, done }) {
      const todo = { id: randomUUID(), title, done, createdAt: new Date().toISOString() };
      await todos.insert(todo);
      return todo;
    },
    update: (id, changes) => todos.update(id, changes),
    remove: (id) => todos.remove(id),
  };
}
