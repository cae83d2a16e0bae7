import type { IncomingMessage, ServerResponse } from 'node:http';
import { Server } from 'node:net';

/** What listens: a server, or an app whose `listen` makes one. */
export interface Listener {
  listen: (...words: never[]) => unknown;
}

/** Answers one request. */
export type Answer = (
  request: IncomingMessage,
  response: ServerResponse,
) => unknown;

/** Calls back with the server: at once, or as soon as an app listens. */
export function onServer(
  target: Listener,
  use: (server: Server) => void,
): void {
  if (target instanceof Server) {
    use(target);
    return;
  }
  const listen = target.listen.bind(target);
  Object.assign(target, {
    listen: (...words: never[]): unknown => {
      const server = listen(...words);
      if (server instanceof Server) {
        use(server);
      }
      return server;
    },
  });
}

/**
 * Answers GET of some paths before anything else does: no login, redirect or
 * log comes between.
 */
export function answerFirst(
  server: Server,
  answers: ReadonlyMap<string, Answer>,
): void {
  const others = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '' } = request;
    const [path = ''] = url.split('?');
    const isRead = method === 'GET' || method === 'HEAD';
    const answer = isRead ? answers.get(path) : undefined;
    if (answer) {
      answer(request, response);
      return;
    }
    for (const other of others) {
      other.call(server, request, response);
    }
  });
}
