import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tools } from '../validators/cache.ts';
import { must } from '../validators/command.ts';

/** The servers of an app under test, on ports of their own. */
export interface Servers {
  /** What `.env` says of them. */
  readonly variables: Readonly<Record<string, string>>;
  /** How the audit stops and starts the database. */
  readonly control: readonly string[];
  stop(): Promise<void>;
}

const none: Servers = { variables: {}, control: [], stop: async () => undefined };

/** Starts what an app on a database needs: nothing for SQLite, else PostgreSQL and Redis. */
export async function startServers(database: string): Promise<Servers> {
  if (database === 'sqlite') return none;
  const folder = await mkdtemp(join(tmpdir(), 'imagine-servers-'));
  await chmod(folder, 0o755);
  const postgres = [
    join(tools, 'postgres.sh'),
    join(folder, 'postgres'),
    String(await freePort()),
  ] as const;
  const redis = [join(tools, 'redis.sh'), join(folder, 'redis'), String(await freePort())] as const;
  const [script, data, port] = postgres;
  const DATABASE_URL = (await must(script, ['start', data, port])).trim();
  const REDIS_URL = (await must(redis[0], ['start', redis[1], redis[2]])).trim();
  return {
    variables: { DATABASE_URL, REDIS_URL },
    control: [`stop:${script} stop ${data} ${port}`, `start:${script} start ${data} ${port}`],
    async stop() {
      for (const [program, ...words] of [postgres, redis]) await must(program, ['stop', ...words]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A port of loopback that nobody listens on now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}
