import type { TodoTable } from '../todos/repository.ts';

/** Every table of the database, by name. */
export interface Tables {
  todos: TodoTable;
}
