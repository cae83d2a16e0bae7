import { readFileSync } from 'node:fs';
// <%- module %>
// <%- imports %>

// <%- resolve %>
const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>API reference</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css">
  </head>
  <body>
    <div id="ui"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;
const start = "SwaggerUIBundle({ url: '/docs/openapi', dom_id: '#ui' });\n";
const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
].join('; ');

/** Answers with a text that is read each time. */
function answer(type: string, read: () => string | Uint8Array): Answer {
  return (_request, response) => {
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Security-Policy': policy,
    });
    response.end(read());
  };
}

/** A file of Swagger UI. */
function file(name: string): () => Uint8Array {
  const path = resolve(`swagger-ui-dist/${name}`);
  return () => readFileSync(path);
}

/**
 * Swagger UI at `/docs`, from the app itself; outside development only with
 * DASHBOARDS=true.
 */
export function serveDocs(target: Listener): void {
  const { DASHBOARDS: shown = '', NODE_ENV: mode = '' } = process.env;
  if (shown !== 'true' && !['development', 'test'].includes(mode)) {
    return;
  }
  const answers = new Map([
    ['/docs', answer('text/html; charset=utf-8', () => page)],
    ['/docs/start.js', answer('text/javascript', () => start)],
    ['/docs/swagger-ui.css', answer('text/css', file('swagger-ui.css'))],
    [
      '/docs/swagger-ui-bundle.js',
      answer('text/javascript', file('swagger-ui-bundle.js')),
    ],
    // <%- document %>
  ]);
  onServer(target, (server) => {
    answerFirst(server, answers);
  });
}
