const { collectDefaultMetrics, Histogram, register } = require('prom-client');
// <%- listening %>

collectDefaultMetrics();
const durations = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Seconds from a request to the end of its answer',
  labelNames: ['method', 'status'],
});

/** Measures requests, and answers `/metrics`; outside development only to METRICS_TOKEN. */
function serveMetrics(target) {
  onServer(target, (server) => {
    server.on('request', (request, response) => {
      const end = durations.startTimer({ method: request.method || '' });
      response.once('finish', () => end({ status: response.statusCode }));
    });
    answerFirst(server, new Map([['/metrics', answer]]));
  });
}

async function answer(request, response) {
  const token = process.env.METRICS_TOKEN;
  const isOpen = ['development', 'test'].includes(process.env.NODE_ENV || '');
  if (
    !isOpen &&
    (!token || request.headers.authorization !== `Bearer ${token}`)
  ) {
    response.writeHead(404).end();
    return;
  }
  const text = await register.metrics();
  response.writeHead(200, { 'Content-Type': register.contentType }).end(text);
}

module.exports = { serveMetrics };
