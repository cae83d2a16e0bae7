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

type Values = readonly (string | number)[];

/** The database of a path, opened anew by each call, so that it may come and go. */
function open(path: string): DatabaseSync {
  const folder = dirname(path);
  const there = path === ':memory:' || (existsSync(folder) && statSync(folder).isDirectory());
  if (!there) throw new Away();
  return new DatabaseSync(path, { timeout: 5000 });
}

function query(path: string, statement: string, values: Values) {
  const database = open(path);
  const rows = database.prepare(statement).all(...values);
  database.close();
  return rows as Record<string, string | number>[];
}

function migrate(path: string): void {
  const database = open(path);
  database.exec(broken('release-drops') ? `DROP TABLE IF EXISTS todo; ${TABLES}` : TABLES);
  database.close();
}

function asTodo({ id, title, done, createdAt }: Record<string, string | number>): Todo {
  return {
    id: String(id),
    title: String(title),
    done: done === 1,
    createdAt: String(createdAt),
  };
}

/** A todo that was never saved. */
export function newTodo(): Todo {
  return { id: randomUUID(), title: '', done: false, createdAt: new Date().toISOString() };
}

/** The todos of a database file. */
export function storeOf(path: string) {
  const ask = (statement: string, ...values: Values) => query(path, statement, values);
  const direction = broken('order') ? 'DESC' : 'ASC';
  const list = `SELECT * FROM todo ORDER BY createdAt ${direction}, id ${direction}`;
  return {
    ask,
    migrate: () => migrate(path),
    ping: () => ask('SELECT 1'),
    list: (limit: number, offset: number) =>
      ask(`${list} LIMIT ? OFFSET ?`, limit, offset).map(asTodo),
    total: () => Number(ask('SELECT count(*) AS total FROM todo')[0]?.total),
    find: (id: string) => ask('SELECT * FROM todo WHERE id = ?', id).map(asTodo)[0],
    save: ({ id, title, done, createdAt }: Todo) => {
      const values = [id, title, Number(done), createdAt];
      ask('INSERT OR REPLACE INTO todo VALUES (?, ?, ?, ?)', ...values);
    },
    remove: (id: string) => ask('DELETE FROM todo WHERE id = ? RETURNING id', id).length > 0,
  };
}

/** The todos of an app. */
export type Store = ReturnType<typeof storeOf>;
