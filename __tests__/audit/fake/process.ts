import process from 'node:process';
import { broken } from './broken.ts';
import { type Config, loadConfig } from './config.ts';
import { log, serverOf } from './server.ts';
import { storeOf } from './store.ts';

const REQUIRED = {
  web: ['DATABASE_URL', 'SECRET_KEY', 'API_TOKENS'],
  admin: ['DATABASE_URL', 'SECRET_KEY', 'ADMIN_EMAIL', 'ADMIN_PASSWORD'],
};

/** Runs one process of the app until a signal ends it. */
export function run(kind: 'web' | 'admin'): void {
  const config = loadConfig(process, REQUIRED[kind]);
  const store = storeOf(config.database);
  if (broken('start-migrates')) store.migrate();
  if (broken('eager')) store.ping();
  const state = { draining: false };
  const served = serverOf({ config, store, kind, isDraining: () => state.draining });
  served.server.on('error', ({ message }) => {
    process.stderr.write(broken('port-error') ? `${message}\n` : 'PORT: the port is in use\n');
    process.exit(1);
  });
  if (!config.publicUrl && !broken('warning')) log(config, 'warn', 'PUBLIC_URL is unset');
  const port = kind === 'admin' ? config.adminPort : config.port;
  served.server.listen(port, config.host, () => log(config, 'info', 'listening'));
  const stop = () => {
    state.draining = true;
    drain(config, served);
  };
  process.once('SIGTERM', stop);
  if (!broken('interrupt')) process.once('SIGINT', stop);
}

function drain(config: Config, { server, count }: ReturnType<typeof serverOf>): void {
  const cut = () => {
    log(config, 'error', broken('count') ? 'requests cut' : `${count.underWay} requests cut`);
    process.exit(broken('cut-code') ? 0 : 1);
  };
  const close = () => {
    if (broken('drop')) process.exit(0);
    server.close(() => process.exit(broken('stop-code') ? 1 : 0));
  };
  setTimeout(cut, config.timeout * 1000 + config.delay * 1000).unref();
  setTimeout(close, (broken('slow-stop') ? 1500 : 0) + (broken('delay') ? 0 : config.delay * 1000));
}
