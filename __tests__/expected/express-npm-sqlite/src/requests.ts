import type { Server, ServerResponse } from 'node:http';
import type { Lifecycle } from './lifecycle.ts';

/** The requests under way at a server. */
export interface Requests {
  count(): number;
  /** Asks every client to leave with its answer, and resolves when all have theirs. */
  finish(): Promise<void>;
}

/** Follows the requests of a server; while it drains, answers close their connections. */
export function followRequests(server: Server, lifecycle: Lifecycle): Requests {
  const open = new Set<ServerResponse>();
  server.prependListener('request', (_request, response: ServerResponse) => {
    if (lifecycle.draining) response.setHeader('Connection', 'close');
    open.add(response);
    response.once('close', () => open.delete(response));
  });
  return {
    count: () => open.size,
    async finish() {
      while (open.size > 0) await Promise.all(Array.from(open, finished));
    },
  };
}

function finished(response: ServerResponse): Promise<void> {
  if (!response.headersSent) response.setHeader('Connection', 'close');
  return new Promise((resolve) => response.once('close', resolve));
}
