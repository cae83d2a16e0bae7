import type { Server } from 'node:net';
import { exit } from 'node:process';
// <%- imports %>

interface Running {
  readonly server: Server & { closeIdleConnections?: () => void };
  readonly close?: () => unknown;
}

/** The servers that are open, each with its app's own way to stop. */
let running: readonly Running[] = [];
let isStopping = false;

/** Ends the process, and says why it could not wait. */
function fail(reason: string): void {
  process.stderr.write(`The stop ${reason}\n`);
  exit(1);
}

/** Counts the connections of a server. */
async function connectionsOf({ server }: Running): Promise<number> {
  const count = await new Promise<number>((resolve) => {
    server.getConnections((_error, found) => {
      resolve(found);
    });
  });
  return count;
}

/** Ends the process though requests are under way. */
async function cut(all: readonly Running[]): Promise<void> {
  const counts = await Promise.all(all.map((each) => connectionsOf(each)));
  const sum = counts.reduce((before, count) => before + count, 0);
  fail(`took too long: ${String(sum)} connections were cut`);
}

/** Finishes the requests of one server that are under way. */
async function finish(
  { server, close }: Running,
  delay: number,
): Promise<void> {
  server.emit('stopping');
  await new Promise((resolve) => {
    setTimeout(resolve, delay);
  });
  setInterval(() => {
    server.closeIdleConnections?.();
  }, 50).unref();
  const closed = new Promise((resolve) => {
    server.close(resolve);
  });
  await close?.();
  await closed;
}

/** Ends the process when the last server has finished. */
async function stop(): Promise<void> {
  const { SHUTDOWN_DELAY: before = '' } = process.env;
  const { SHUTDOWN_TIMEOUT: most = '' } = process.env;
  const delay = 1000 * Number(before);
  const limit = 1000 * Number(most === '' ? 8 : most);
  const all = running;
  setTimeout(() => {
    cut(all).catch(() => {
      fail('took too long');
    });
  }, delay + limit).unref();
  await Promise.all(
    all.map(async (one) => {
      await finish(one, delay);
    }),
  );
  exit(0);
}

/** Stops once: whoever passes signals on may send one twice. */
function onSignal(): void {
  if (isStopping) {
    return;
  }
  isStopping = true;
  stop().catch((error: unknown) => {
    fail(`failed: ${String(error)}`);
  });
}

/** Has the signals handled while a server is open. */
function opened(one: Running): void {
  if (running.length === 0) {
    process.on('SIGTERM', onSignal);
    process.on('SIGINT', onSignal);
  }
  running = [...running.filter((each) => each.server !== one.server), one];
}

/** Leaves the signals alone after the last server, but for a stop under way. */
function gone({ server }: Running): void {
  running = running.filter((each) => each.server !== server);
  if (running.length === 0 && !isStopping) {
    process.off('SIGTERM', onSignal);
    process.off('SIGINT', onSignal);
  }
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
    const one = { server, ...(close && { close }) };
    opened(one);
    server.on('listening', () => {
      opened(one);
    });
    server.on('close', () => {
      gone(one);
    });
  });
}
