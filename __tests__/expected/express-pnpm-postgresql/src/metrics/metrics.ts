import { collectDefaultMetrics, Histogram, register } from 'prom-client';
import type { Feature } from '../feature.ts';
import { tokenCheck, unauthorized } from '../http/authentication.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { answerPeers, gatherMetrics } from './peers.ts';

/** Seconds; the upper bounds of what is counted together. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Measures requests, and shows Prometheus the figures at `/metrics`. */
export const metrics: Feature = (app, { config }) => {
  register.clear();
  collectDefaultMetrics();
  answerPeers();
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of requests in seconds',
    labelNames: ['method', 'route', 'status'] as const,
    buckets,
  });
  const production = config.NODE_ENV === 'production';
  const accepts = config.METRICS_TOKEN ? tokenCheck([config.METRICS_TOKEN]) : undefined;
  route(app, '/metrics', {
    async get(request, response) {
      if (production && !accepts) throw new Problem(404);
      if (production && !accepts?.(request.headers.authorization)) throw unauthorized();
      const text = await gatherMetrics(config.WEB_CONCURRENCY);
      response.set('Content-Type', register.contentType).send(text);
    },
  });
  app.use((request, response, next) => {
    const stop = seconds.startTimer({ method: request.method });
    response.once('close', () => {
      // The pattern of the address, never the address itself: each value is a series of its own.
      const pattern: unknown = request.route?.path;
      stop({ route: typeof pattern === 'string' ? pattern : 'none', status: response.statusCode });
    });
    next();
  });
};
