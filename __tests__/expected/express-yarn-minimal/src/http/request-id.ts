import { randomUUID } from 'node:crypto';
import type { ServerFeature } from '../feature.ts';

declare module 'express-serve-static-core' {
  interface Request {
    /** Names this request in the answer, in the log and in a problem. */
    id: string;
  }
}

const acceptable = /^[\w.:+/=-]{1,128}$/;

/** Keeps the X-Request-Id of a request or makes one, and answers it. */
export const requestId: ServerFeature = (app) => {
  app.use((request, response, next) => {
    const given = request.headers['x-request-id'];
    request.id = typeof given === 'string' && acceptable.test(given) ? given : randomUUID();
    response.setHeader('X-Request-Id', request.id);
    next();
  });
};
