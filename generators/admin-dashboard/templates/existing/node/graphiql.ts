import type { IncomingMessage, ServerResponse } from 'node:http';
// <%- imports %>

const policy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
].join('; ');

async function send(
  _request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
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
 */
export function serveGraphiql(target: Listener): void {
  const { DASHBOARDS: shown = '', NODE_ENV: mode = '' } = process.env;
  if (shown === 'true' || ['development', 'test'].includes(mode)) {
    onServer(target, (server) => {
      answerFirst(server, new Map([['/graphiql', send]]));
    });
  }
}
