const { Server } = require('node:net');

/**
 * Calls back with the server: at once, or as soon as an app's `listen` makes
 * one.
 * @param {{ listen: (...words: never[]) => unknown }} target
 * @param {(server: Server) => void} use
 */
function onServer(target, use) {
  if (target instanceof Server) {
    use(target);
    return;
  }
  const listen = target.listen.bind(target);
  Object.assign(target, {
    /** @type {typeof listen} */
    listen: (...words) => {
      const server = listen(...words);
      if (server instanceof Server) {
        use(server);
      }
      return server;
    },
  });
}

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {(request: Request, response: Response) => unknown} Answer
 */

/**
 * Answers GET of some paths before anything else does: no login, redirect or
 * log comes between.
 * @param {Server} server
 * @param {Map<string, Answer>} answers
 */
function answerFirst(server, answers) {
  const others = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const { method = '', url = '' } = request;
    const [path] = url.split('?');
    const isRead = method === 'GET' || method === 'HEAD';
    const answer = isRead ? answers.get(path) : undefined;
    if (answer) {
      answer(request, response);
      return;
    }
    others.every((other) => {
      other.call(server, request, response);
      return true;
    });
  });
}

module.exports = { answerFirst, onServer };
