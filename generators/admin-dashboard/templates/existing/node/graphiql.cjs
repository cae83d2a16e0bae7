// <%- imports %>

const policy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
].join('; ');

/**
 * Sends the page.
 * @param {import('node:http').IncomingMessage} _request
 * @param {import('node:http').ServerResponse} response
 */
async function send(_request, response) {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy,
  });
  response.end(renderGraphiQL({ endpoint: '/graphql' }));
}

/**
 * GraphiQL at `/graphiql`, from the app itself; outside development only with
 * DASHBOARDS=true.
 * @param {Parameters<typeof onServer>[0]} target
 */
function serveGraphiql(target) {
  const { DASHBOARDS: shown = '', NODE_ENV: mode = '' } = process.env;
  if (shown === 'true' || ['development', 'test'].includes(mode)) {
    onServer(target, (server) => {
      answerFirst(server, new Map([['/graphiql', send]]));
    });
  }
}

module.exports = { serveGraphiql };
