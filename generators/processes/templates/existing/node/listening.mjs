import { Server } from 'node:net';

/** Calls back with the server: at once, or as soon as an app's `listen` makes one. */
export function onServer(target, use) {
  if (target instanceof Server) return use(target);
  const listen = target.listen;
  target.listen = (...words) => {
    const server = listen.apply(target, words);
    if (server instanceof Server) use(server);
    return server;
  };
}

/** Answers GET of some paths before anything else does: no login, redirect or log comes between. */
export function answerFirst(server, answers) {
  const others = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const answer = isRead
      ? answers.get((request.url || '').split('?')[0])
      : undefined;
    if (answer) return answer(request, response);
    for (const other of others) other.call(server, request, response);
  });
}
