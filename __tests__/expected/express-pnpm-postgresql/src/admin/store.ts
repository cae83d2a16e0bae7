import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Resources } from '../resources.ts';
import type { AdminStore } from './state.ts';

/** Sessions of the admin dashboard; times are milliseconds since 1970. */
export interface AdminSessionTable {
  id: string;
  data: string;
  expires_at: number;
}

/** Attempts to log in, by address. */
export interface AdminAttemptTable {
  address: string;
  count: number;
  expires_at: number;
}

/** The admin's state in the database. */
export function openAdminStore({ database: { db } }: Pick<Resources, 'database'>): AdminStore {
  return { ...sessionsIn(db), ...attemptsIn(db) };
}

function sessionsIn(db: Kysely<Tables>) {
  return {
    async readSession(id: string) {
      const live = db.selectFrom('admin_sessions').where('expires_at', '>', Date.now());
      return (await live.select('data').where('id', '=', id).executeTakeFirst())?.data;
    },
    async writeSession(id: string, data: string, seconds: number) {
      const now = Date.now();
      const row = { data, expires_at: now + seconds * 1000 };
      await db.deleteFrom('admin_sessions').where('expires_at', '<=', now).execute();
      await db
        .insertInto('admin_sessions')
        .values({ id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },
    async endSession(id: string) {
      await db.deleteFrom('admin_sessions').where('id', '=', id).execute();
    },
  };
}

function attemptsIn(db: Kysely<Tables>) {
  return {
    async countAttempt(address: string, seconds: number) {
      const now = Date.now();
      await db.deleteFrom('admin_attempts').where('expires_at', '<=', now).execute();
      const more = sql<number>`admin_attempts.count + 1`;
      const { count } = await db
        .insertInto('admin_attempts')
        .values({ address, count: 1, expires_at: now + seconds * 1000 })
        .onConflict((conflict) => conflict.column('address').doUpdateSet({ count: more }))
        .returning('count')
        .executeTakeFirstOrThrow();
      return count;
    },
    async forgetAttempts(address: string) {
      await db.deleteFrom('admin_attempts').where('address', '=', address).execute();
    },
  };
}
