const { collectDefaultMetrics, Histogram, register } = require('prom-client');
// <%- imports %>

collectDefaultMetrics();
const durations = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Seconds from a request to the end of its answer',
  labelNames: ['method', 'status'],
});

/**
 * Shows what was measured to whoever may see it.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer({ headers }, response) {
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
 * @param {Parameters<typeof onServer>[0]} target
 */
function serveMetrics(target) {
  onServer(target, (server) => {
    server.on('request', ({ method = '' }, response) => {
      const end = durations.startTimer({ method });
      response.once('finish', () => {
        end({ status: response.statusCode });
      });
    });
    answerFirst(server, new Map([['/metrics', answer]]));
  });
}

module.exports = { serveMetrics };
