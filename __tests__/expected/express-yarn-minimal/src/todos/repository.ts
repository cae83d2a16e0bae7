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
  return new SqlTodos(db);
}

class SqlTodos implements TodoRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async list({ limit, offset }: Page) {
    const ordered = this.#db.selectFrom('todos').selectAll().orderBy('created_at').orderBy('id');
    return (await ordered.limit(limit).offset(offset).execute()).map(toTodo);
  }

  async count() {
    const count = this.#db.selectFrom('todos').select(({ fn }) => fn.countAll().as('total'));
    return Number((await count.executeTakeFirstOrThrow()).total);
  }

  async find(id: string) {
    const found = this.#db.selectFrom('todos').selectAll().where('id', '=', id);
    const row = await found.executeTakeFirst();
    return row && toTodo(row);
  }

  async insert({ createdAt, ...todo }: Todo) {
    const row = { ...todo, created_at: createdAt };
    await this.#db.insertInto('todos').values(row).execute();
  }

  async update(id: string, { title, done }: TodoChanges) {
    if (title === undefined && done === undefined) return this.find(id);
    const set = { ...(title !== undefined && { title }), ...(done !== undefined && { done }) };
    const changed = this.#db.updateTable('todos').set(set).where('id', '=', id).returningAll();
    const row = await changed.executeTakeFirst();
    return row && toTodo(row);
  }

  async remove(id: string) {
    const result = await this.#db.deleteFrom('todos').where('id', '=', id).executeTakeFirst();
    return result.numDeletedRows > 0n;
  }
}

/** The todo of a row. */
export function toTodo({ id, title, done, created_at }: Selectable<TodoTable>): Todo {
  // SQLite gives back the text that was written.
  const createdAt = typeof created_at === 'string' ? created_at : created_at.toISOString();
  return { id, title, done: Boolean(done), createdAt };
}
