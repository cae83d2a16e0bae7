import { randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { broken } from './broken.ts';

/** A todo. */
export interface Todo {
  readonly id: string;
  readonly title: string;
  readonly done: boolean;
  readonly createdAt: string;
}

const TABLES = `CREATE TABLE IF NOT EXISTS todo (id TEXT PRIMARY KEY, title TEXT, done INT,
  createdAt TEXT); CREATE TABLE IF NOT EXISTS session (id TEXT PRIMARY KEY)`;

/** The database is not there. */
export class Away extends Error {}

/** The todos of a database file; each call opens it anew, so that it may come and go. */
export function storeOf(path: string) {
  const open = () => {
    const folder = dirname(path);
    const there = path === ':memory:' || (existsSync(folder) && statSync(folder).isDirectory());
    if (!there) throw new Away();
    return new DatabaseSync(path, { timeout: 5000 });
  };
  const ask = (statement: string, ...values: (string | number)[]) => {
    const database = open();
    const rows = database.prepare(statement).all(...values);
    database.close();
    return rows as Record<string, string | number>[];
  };
  const todos = (statement: string, ...values: (string | number)[]): Todo[] =>
    ask(statement, ...values).map((row) => ({
      id: String(row.id),
      title: String(row.title),
      done: row.done === 1,
      createdAt: String(row.createdAt),
    }));
  const direction = broken('order') ? 'DESC' : 'ASC';
  const ORDER = `ORDER BY createdAt ${direction}, id ${direction}`;
  return {
    ask,
    migrate: () => {
      const database = open();
      database.exec(broken('release-drops') ? `DROP TABLE IF EXISTS todo; ${TABLES}` : TABLES);
      database.close();
    },
    ping: () => ask('SELECT 1'),
    list: (limit: number, offset: number) =>
      todos(`SELECT * FROM todo ${ORDER} LIMIT ? OFFSET ?`, limit, offset),
    total: () => Number(ask('SELECT count(*) AS total FROM todo')[0]?.total),
    find: (id: string) => todos('SELECT * FROM todo WHERE id = ?', id)[0],
    save: ({ id, title, done, createdAt }: Todo) => {
      const values = [id, title, Number(done), createdAt];
      ask('INSERT OR REPLACE INTO todo VALUES (?, ?, ?, ?)', ...values);
    },
    remove: (id: string) => ask('DELETE FROM todo WHERE id = ? RETURNING id', id).length > 0,
    newTodo: (title: string, done: boolean): Todo => ({
      id: randomUUID(),
      title,
      done,
      createdAt: new Date().toISOString(),
    }),
  };
}

/** The todos of an app. */
export type Store = ReturnType<typeof storeOf>;
