import type { Migration } from 'kysely/migration';
import * as createTodos from './0001-create-todos.ts';

/** Every migration by name; they run in the order of their names. */
export const migrations: Record<string, Migration> = {
  '0001-create-todos': createTodos,
};
