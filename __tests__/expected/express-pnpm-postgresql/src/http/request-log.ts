import type { ServerFeature } from '../feature.ts';

/** One line a request: what was asked, what was answered, how long it took (milliseconds). */
export const requestLog: ServerFeature = (app, { log }) => {
  app.use((request, response, next) => {
    const start = performance.now();
    // The query is left out: it may hold what nobody should read.
    const { id: requestId, method, path } = request;
    response.once('close', () => {
      const { statusCode: status, writableFinished } = response;
      const duration = Math.round(performance.now() - start);
      const line = { requestId, method, path, status, duration };
      if (writableFinished) log.info(line, 'request');
      else log.warn(line, 'request aborted');
    });
    next();
  });
};
