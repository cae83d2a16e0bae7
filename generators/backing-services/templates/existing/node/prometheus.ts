import type { IncomingMessage, ServerResponse } from 'node:http';
import { collectDefaultMetrics, Histogram, register } from 'prom-client';
// <%- imports %>

collectDefaultMetrics();
const durations = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Seconds from a request to the end of its answer',
  labelNames: ['method', 'status'],
});

async function answer(
  { headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { METRICS_TOKEN: token = '', NODE_ENV: mode = '' } = process.env;
  const isKnown = token !== '' && headers.authorization === `Bearer ${token}`;
  if (!isKnown && !['development', 'test'].includes(mode)) {
    response.writeHead(404).end();
    return;
  }
  const text = await register.metrics();
  response.writeHead(200, { 'Content-Type': register.contentType }).end(text);
}

/**
 * Measures requests, and answers `/metrics`; outside development only to
 * METRICS_TOKEN.
 */
export function serveMetrics(target: Listener): void {
  onServer(target, (server) => {
    server.on(
      'request',
      ({ method = '' }: IncomingMessage, response: ServerResponse) => {
        const end = durations.startTimer({ method });
        response.once('finish', () => {
          end({ status: response.statusCode });
        });
      },
    );
    answerFirst(server, new Map([['/metrics', answer]]));
  });
}
