import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerConfig } from './config.ts';
import { deadline } from './deadline.ts';
import type { Logger } from './logger.ts';
import { followRequests } from './requests.ts';
import type { Resource } from './resource.ts';

/** Whether the process is about to stop: `/readyz` is 503 then. */
export interface Lifecycle {
  draining: boolean;
}

/** What is stopped. */
interface Stoppable {
  config: Pick<ServerConfig, 'SHUTDOWN_DELAY' | 'SHUTDOWN_TIMEOUT'>;
  log: Logger;
  lifecycle: Lifecycle;
  resources: Record<string, Resource>;
  server: Server;
}

/** Milliseconds for connections that were just opened to say what they want. */
const grace = 100;
/** Milliseconds for a resource to let go. */
const patience = 2000;

/** Stops the process at a signal or a fault: first no new work, then the rest of the old. */
export function stopWhenAsked(process: NodeJS.Process, parts: Stoppable): void {
  const { log, lifecycle } = parts;
  const drain = drainer(parts);
  const stop = async (reason: string, code: number) => {
    if (lifecycle.draining) return;
    lifecycle.draining = true;
    log.info({ reason }, 'stopping');
    const cut = await drain();
    if (cut > 0) log.error({ cut }, `${cut} requests were cut off`);
    await closeAll(parts.resources, log);
    log.info('stopped');
    process.exit(cut > 0 ? 1 : code);
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => void stop(signal, 0));
  for (const fault of ['uncaughtException', 'unhandledRejection']) {
    process.on(fault, (err) => {
      log.fatal({ err }, fault);
      void stop(fault, 1);
    });
  }
}

/** Ends the server's work; resolves to the number of requests that had to be cut. */
function drainer({ config, lifecycle, server }: Stoppable): () => Promise<number> {
  const requests = followRequests(server, lifecycle);
  return async () => {
    await sleep(config.SHUTDOWN_DELAY * 1000);
    const closed = new Promise((resolve) => server.close(resolve));
    const finish = async () => {
      await requests.finish();
      await Promise.race([closed, sleep(grace)]);
      await requests.finish();
    };
    await Promise.race([finish(), sleep(config.SHUTDOWN_TIMEOUT * 1000)]);
    const cut = requests.count();
    server.closeAllConnections();
    return cut;
  };
}

/** Closes resources, the last opened first; one that hangs or fails doesn't keep the others. */
export async function closeAll(resources: Record<string, Resource>, log: Logger): Promise<void> {
  for (const [name, resource] of Object.entries(resources).reverse()) {
    try {
      await deadline(resource.close(), patience);
    } catch (err) {
      log.warn({ err, resource: name }, 'a resource did not close');
    }
  }
}
