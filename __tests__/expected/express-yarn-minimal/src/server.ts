import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config, Listening } from './config.ts';
import type { Lifecycle } from './lifecycle.ts';
import { closeAll, stopWhenAsked } from './lifecycle.ts';
import type { Logger } from './logger.ts';
import { startProcess } from './process.ts';
import { openResources, type Resources } from './resources.ts';

/** What an app is made with. */
interface Parts<P extends Listening> {
  config: Config<P>;
  log: Logger;
  lifecycle: Lifecycle;
  resources: Resources;
}

/** Milliseconds that a query of a request may take. */
const patience = 5000;
/** Longer than load balancers keep an idle connection, so that they never meet a closed one. */
const keepAliveTimeout = 75_000;

/** Runs a process that listens, from its configuration to its orderly end. */
export async function serve<P extends Listening>(
  name: P,
  createApp: (parts: Parts<P>) => Promise<RequestListener>,
  portOf: (config: Config<P>) => number = ({ PORT }) => PORT,
): Promise<void> {
  const { config, log } = startProcess(name);
  const lifecycle = { draining: false };
  const resources = openResources({ config, log, patience });
  const server = createServer({ keepAliveTimeout });
  stopWhenAsked(process, { config, log, lifecycle, resources, server });
  server.on('request', await createApp({ config, log, lifecycle, resources }));
  try {
    await listen(server, portOf(config), config.HOST);
  } catch (error) {
    log.fatal(explain(error, portOf(config), config.HOST));
    await closeAll(resources, log);
    process.exit(1);
  }
  const { port } = server.address() as AddressInfo;
  log.info({ process: name, host: config.HOST, port }, 'listening');
}

async function listen(server: Server, port: number, host: string) {
  server.listen(port, host);
  await once(server, 'listening');
}

function explain(error: unknown, port: number, host: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `PORT ${port} is in use`;
  if (code === 'EACCES') return `PORT ${port} may not be opened by this user`;
  return `HOST ${host} and PORT ${port} cannot be opened: ${String(code ?? error)}`;
}
