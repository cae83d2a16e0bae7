import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { migrate } from '../../src/database/migrate.ts';
import type { Context } from '../../src/feature.ts';
import { closeAll } from '../../src/lifecycle.ts';
import { createLogger } from '../../src/logger.ts';
import { openResources } from '../../src/resources.ts';
import { scratchDatabase } from './database.ts';
import { settings } from './settings.ts';

/** Headers as fetch takes them. */
export type GivenHeaders = RequestInit['headers'];

/** The whole app on a database of its own; `await using` stops it. */
export interface TestApp extends AsyncDisposable {
  url: string;
  context: Context;
  /** Asks the app; a body is sent as JSON. */
  send: (method: string, path: string, body?: unknown, headers?: GivenHeaders) => Promise<Response>;
}

/** Starts the app, with other settings where some are given. */
export async function startApp(others: NodeJS.ProcessEnv = {}): Promise<TestApp> {
  const database = await scratchDatabase();
  const config = loadConfig('web', { ...settings, DATABASE_URL: database.url, ...others });
  const log = createLogger(config.LOG_LEVEL);
  const resources = openResources({ config, log, patience: 5000 });
  const context = { config, log, lifecycle: { draining: false }, resources };
  if (!others.DATABASE_URL) await migrate(resources.database.db);
  const server = createServer(await createApp(context)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    context,
    send: (method, path, body, headers = {}) => fetch(url + path, request(method, body, headers)),
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await closeAll(resources, log);
      await database.drop();
    },
  };
}

function request(method: string, body: unknown, given: GivenHeaders): RequestInit {
  const headers = new Headers(given);
  if (body === undefined) return { method, headers, redirect: 'manual' };
  if (!headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
  return { method, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}
