import { randomBytes } from 'node:crypto';
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
import { eventually } from './process.ts';
import { settings } from './settings.ts';

/** Who logs in to the admin dashboard of a test. */
export const account = { email: 'admin@example.com', password: 'correct horse battery staple' };
/** The settings of an admin process, besides those of every test. */
export const adminSettings = { ADMIN_EMAIL: account.email, ADMIN_PASSWORD: account.password };

/** An admin process on a database; `await using` stops it. */
export interface TestAdmin extends AsyncDisposable {
  url: string;
  context: AdminContext;
  /** What another process has to have to be one with this one. */
  shared: { DATABASE_URL: string; ADDRESS: string };
  /** Asks without following redirects; fields are sent as a form. */
  send: (
    path: string,
    cookie?: string,
    fields?: Record<string, string>,
    headers?: Record<string, string>,
  ) => Promise<Response>;
}

/** Starts the admin app, with a database and for an address of its own; waits until it is ready. */
export async function startAdmin(
  others: NodeJS.ProcessEnv = {},
  { waits = true } = {},
): Promise<TestAdmin> {
  const database = await scratchDatabase();
  const { DATABASE_URL = database.url, ADDRESS = `10.${randomBytes(3).join('.')}` } = others;
  const own = { ...settings, ...adminSettings, TRUSTED_PROXIES: '1', ...others, DATABASE_URL };
  const config = loadConfig('admin', own);
  const log = createLogger(config.LOG_LEVEL);
  const resources = openResources({ config, log, patience: 5000 });
  const context = { config, log, lifecycle: { draining: false }, resources };
  if (DATABASE_URL === database.url) await migrate(resources.database.db);
  const server = createServer(await createAdmin(context)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const isReady = async () => (await fetch(`${url}/readyz`)).ok;
  if (waits) await eventually(isReady);
  return {
    url,
    context,
    shared: { DATABASE_URL, ADDRESS },
    send: (path, Cookie = '', fields = undefined, headers = {}) =>
      fetch(url + path, {
        ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
        headers: { Cookie, 'X-Forwarded-For': ADDRESS, ...headers },
        redirect: 'manual',
      }),
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await closeAll(resources, log);
      await database.drop();
    },
  };
}

/** Tries to log in; resolves to the answer and to the cookie that it sets. */
export async function logIn(
  admin: TestAdmin,
  fields: Record<string, string> = account,
  headers: Record<string, string> = {},
) {
  const answer = await admin.send('/admin/login', '', fields, headers);
  const [cookie = ''] = answer.headers.getSetCookie();
  return { answer, cookie: cookie.split(';')[0] ?? '', attributes: cookie };
}
