import type { AdminAttemptTable, AdminSessionTable } from '../admin/store.ts';
import type { TodoTable } from '../todos/repository.ts';

/** Every table of the database, by name. */
export interface Tables {
  admin_attempts: AdminAttemptTable;
  admin_sessions: AdminSessionTable;
  todos: TodoTable;
}
