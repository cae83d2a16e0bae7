// <%- listening %>

const policy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
].join('; ');

/** GraphiQL at `/graphiql`, from the app itself; outside development only with DASHBOARDS=true. */
export function serveGraphiql(target) {
  const isDevelopment = ['development', 'test'].includes(
    process.env.NODE_ENV || '',
  );
  if (!isDevelopment && process.env.DASHBOARDS !== 'true') return;
  const answers = new Map([['/graphiql', send]]);
  onServer(target, (server) => answerFirst(server, answers));
}

async function send(_request, response) {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy,
  };
  response
    .writeHead(200, headers)
    .end(renderGraphiQL({ endpoint: '/graphql' }));
}
