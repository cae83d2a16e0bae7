import type { Server } from 'node:net';
import { exit } from 'node:process';
// <%- imports %>

type Closing = Server & { closeIdleConnections?: () => void };

/** Ends the process, and says why it could not wait. */
function fail(reason: string): void {
  process.stderr.write(`The stop ${reason}\n`);
  exit(1);
}

async function stop(server: Closing, close?: () => unknown): Promise<void> {
  server.emit('stopping');
  const { SHUTDOWN_DELAY: delay = '' } = process.env;
  await new Promise((resolve) => {
    setTimeout(resolve, 1000 * Number(delay));
  });
  const { SHUTDOWN_TIMEOUT: seconds = '' } = process.env;
  const limit = 1000 * Number(seconds === '' ? 8 : seconds);
  setTimeout(() => {
    server.getConnections((_error, count) => {
      fail(`took too long: ${String(count)} connections were cut`);
    });
  }, limit).unref();
  setInterval(() => {
    server.closeIdleConnections?.();
  }, 50).unref();
  const closed = new Promise((resolve) => {
    server.close(resolve);
  });
  await close?.();
  await closed;
  exit(0);
}

/**
 * On SIGTERM or SIGINT finishes the requests under way, then ends the process:
 * exit 0, or 1 where SHUTDOWN_TIMEOUT (seconds) was too short for them.
 * `close` is the app's own way to stop.
 */
export function shutDownGracefully(
  target: Listener,
  close?: () => unknown,
): void {
  onServer(target, (server) => {
    let isStopping = false;
    const onSignal = (): void => {
      // Whoever passes signals on may send one twice.
      if (isStopping) {
        return;
      }
      isStopping = true;
      stop(server, close).catch((error: unknown) => {
        fail(`failed: ${String(error)}`);
      });
    };
    process.on('SIGTERM', onSignal);
    process.on('SIGINT', onSignal);
  });
}
