import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BadInput } from '../failure.ts';
import { type DatabaseServer, servers } from './catalog.ts';

const run = promisify(execFile);

/** Databases of the audit's own, by name. */
export interface Scratch {
  /** Whether each name is a database of its own, or all are the one that was given. */
  readonly separate: boolean;
  /** The address of the database of that name; made empty at the first call. */
  address(name: string): Promise<string>;
  /** Drops what was made; the names of databases that could not be dropped. */
  drop(): Promise<readonly string[]>;
}

/** SQLite files in a folder. */
export function scratchFiles(folder: string): Scratch {
  return {
    separate: true,
    address: async (name) => `sqlite:///${join(folder, `${name}.sqlite3`)}`,
    drop: async () => [],
  };
}

/** Databases on the server of an address; only that one where it lets none be made. */
export async function scratchDatabases(address: string): Promise<Scratch> {
  const url = new URL(address);
  const server = servers.find(({ protocols }) => protocols.includes(url.protocol));
  if (!server) throw new BadInput(`--database-url: no way to reach ${url.protocol}`);
  const prefix = `imagine_audit_${randomBytes(3).toString('hex')}`;
  const made = new Map<string, string>();
  const make = async (name: string) => {
    const database = `${prefix}_${name}`;
    await ask(server, url, `CREATE DATABASE ${database}`);
    const own = Object.assign(new URL(url), { pathname: `/${database}` }).href;
    made.set(name, own);
    return own;
  };
  const separate = await make('main').then(
    () => true,
    () => false,
  );
  return {
    separate,
    address: async (name) => (separate ? (made.get(name) ?? (await make(name))) : address),
    drop: () =>
      dropAll(
        server,
        url,
        [...made.keys()].map((name) => `${prefix}_${name}`),
      ),
  };
}

/** Drops databases; the names of those that stay. */
async function dropAll(server: DatabaseServer, url: URL, names: readonly string[]) {
  const left: string[] = [];
  for (const name of names) {
    const drop = ask(server, url, `DROP DATABASE ${name} ${server.force}`);
    const gone = drop.then(() => server.programs.length > 0);
    if (!(await gone.catch(() => false))) left.push(name);
  }
  return left;
}

async function ask(server: DatabaseServer, url: URL, statement: string): Promise<void> {
  if (server.programs.length === 0) return;
  const env = { PATH: process.env.PATH ?? '', ...server.variables(url) };
  const errors: unknown[] = [];
  for (const program of server.programs) {
    try {
      await run(program, [...server.words(url, statement)], { env });
      return;
    } catch (error) {
      errors.push(error);
    }
  }
  throw new AggregateError(errors, 'no client could ask the database server');
}
