import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AdminContext, createAdmin } from '../../src/admin/app.ts';
import { loadConfig } from '../../src/config.ts';
import { migrate } from '../../src/database/migrate.ts';
import { closeAll } from '../../src/lifecycle.ts';
import { createLogger } from '../../src/logger.ts';
import { openResources } from '../../src/resources.ts';
import { scratchDatabase } from './database.ts';
import { settings } from './settings.ts';

/** Who logs in to the admin dashboard of a test. */
export const account = { email: 'admin@example.com', password: 'correct horse battery staple' };
/** The settings of an admin process, besides those of every test. */
export const adminSettings = { ADMIN_EMAIL: account.email, ADMIN_PASSWORD: account.password };

/** An admin process on a database; `await using` stops it. */
export interface TestAdmin extends AsyncDisposable {
  url: string;
  context: AdminContext;
  databaseUrl: string;
  /** Asks without following redirects; fields are sent as a form. */
  send: (path: string, cookie?: string, fields?: Record<string, string>) => Promise<Response>;
}

/** Starts the admin app: on a database of its own, unless one is given. */
export async function startAdmin(others: NodeJS.ProcessEnv = {}): Promise<TestAdmin> {
  const database = await scratchDatabase();
  const databaseUrl = others.DATABASE_URL ?? database.url;
  const own = { ...adminSettings, DATABASE_URL: databaseUrl };
  const config = loadConfig('admin', { ...settings, ...own, ...others });
  const log = createLogger(config.LOG_LEVEL);
  const resources = openResources({ config, log, patience: 5000 });
  const context = { config, log, lifecycle: { draining: false }, resources };
  if (!others.DATABASE_URL) await migrate(resources.database.db);
  const server = createServer(await createAdmin(context)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    context,
    databaseUrl,
    send: (path, cookie, fields) => fetch(url + path, request(cookie, fields)),
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await closeAll(resources, log);
      await database.drop();
    },
  };
}

function request(cookie = '', fields?: Record<string, string>): RequestInit {
  const headers = { Cookie: cookie };
  if (!fields) return { headers, redirect: 'manual' };
  return { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' };
}

/** Tries to log in; resolves to the answer and to the cookie that it sets. */
export async function logIn(admin: TestAdmin, fields: Record<string, string> = account) {
  const answer = await admin.send('/admin/login', '', fields);
  const [cookie = ''] = answer.headers.getSetCookie();
  return { answer, cookie: cookie.split(';')[0] ?? '', attributes: cookie };
}
