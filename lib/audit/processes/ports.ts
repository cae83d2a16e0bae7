import { createServer, type Server } from 'node:net';
import { Failure, NotApplicable } from '../failure.ts';

/** Each process has 200 ports of its own, below those that systems give to connections. */
const SLICE = 200;
const FIRST = 21_000 + (process.pid % 50) * SLICE;
const LAST = FIRST + SLICE - 1;
let next = FIRST;

/** Holds a port of an address of this machine until it is closed; rejects if it is taken. */
export function holdPort(port: number, host = '127.0.0.1'): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen({ port, host }, () => resolve(server));
  });
}

/** Lets a held port go. */
export function release(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

/** A port between 21000 and 30999 on which nothing listens; no two audits side by side meet. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < LAST - FIRST; tries++) {
    next = next >= LAST ? FIRST : next + 1;
    try {
      await release(await holdPort(next));
      return next;
    } catch {
      // Taken: try the one after it.
    }
  }
  throw new Failure(`no free port between ${FIRST} and ${LAST}`);
}

/** Runs with a port that another program holds on an address of this machine. */
export async function besideHeldPort<T>(
  host: string,
  run: (port: string) => Promise<T>,
): Promise<T> {
  const port = await freePort();
  const held = await holdPort(port, host).catch(() => {
    throw new NotApplicable(`this machine has no ${host}`);
  });
  try {
    return await run(String(port));
  } finally {
    await release(held);
  }
}
