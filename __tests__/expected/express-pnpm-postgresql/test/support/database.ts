import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { environment } from '../../src/environment.ts';

/** A database of its own for a test file. */
export interface ScratchDatabase {
  url: string;
  drop: () => Promise<void>;
}

/** Makes an empty database on the server of DATABASE_URL. */
export async function scratchDatabase(): Promise<ScratchDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = new URL(environment().DATABASE_URL ?? 'postgresql://127.0.0.1:5432/postgres');
  const server = url.href;
  url.pathname = name;
  await query(server, `create database ${name}`);
  return { url: url.href, drop: () => query(server, `drop database ${name} with (force)`) };
}

/** The address of a database that never answers. */
export const absentDatabase = 'postgresql://shop:shop@127.0.0.1:1/absent';

async function query(url: string, sql: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
