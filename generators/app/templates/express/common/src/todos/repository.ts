import type { ColumnType, Kysely, Selectable } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Page } from '../page.ts';
import type { Todo, TodoChanges } from './todo.ts';

/** A row as the databases keep it: SQLite has neither booleans nor dates. */
export interface TodoTable {
  id: string;
  title: string;
  done: ColumnType<boolean | number, boolean, boolean>;
  created_at: ColumnType<Date | string, string, never>;
}

/** Where todos are kept. */
export interface TodoRepository {
  list(page: Page): Promise<Todo[]>;
  count(): Promise<number>;
  find(id: string): Promise<Todo | undefined>;
  insert(todo: Todo): Promise<void>;
  /** Resolves to nothing where there is no such todo. */
  update(id: string, changes: TodoChanges): Promise<Todo | undefined>;
  /** Resolves to whether there was such a todo. */
  remove(id: string): Promise<boolean>;
}

/** Todos in a database of SQL. */
export function createTodoRepository(db: Kysely<Tables>): TodoRepository {
  const find = async (id: string) => {
    const row = await db.selectFrom('todos').selectAll().where('id', '=', id).executeTakeFirst();
    return row && toTodo(row);
  };
  return {
    find,
    async list({ limit, offset }) {
      const ordered = db.selectFrom('todos').selectAll().orderBy('created_at').orderBy('id');
      return (await ordered.limit(limit).offset(offset).execute()).map(toTodo);
    },
    async count() {
      const count = db.selectFrom('todos').select(({ fn }) => fn.countAll().as('total'));
      return Number((await count.executeTakeFirstOrThrow()).total);
    },
    async insert({ createdAt, ...todo }) {
      await db
        .insertInto('todos')
        .values({ ...todo, created_at: createdAt })
        .execute();
    },
    async update(id, { title, done }) {
      if (title === undefined && done === undefined) return find(id);
      const row = await db
        .updateTable('todos')
        .set({ ...(title !== undefined && { title }), ...(done !== undefined && { done }) })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      return row && toTodo(row);
    },
    async remove(id) {
      const result = await db.deleteFrom('todos').where('id', '=', id).executeTakeFirst();
      return result.numDeletedRows > 0n;
    },
  };
}

/** The todo of a row. */
export function toTodo({ id, title, done, created_at }: Selectable<TodoTable>): Todo {
  return { id, title, done: Boolean(done), createdAt: new Date(created_at).toISOString() };
}
