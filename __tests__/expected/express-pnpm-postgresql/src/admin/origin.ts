import type { RequestHandler } from 'express';
import { Problem } from '../http/problem.ts';

/** Refuses what another site's page makes a browser send; the cookie's SameSite is the other half. */
export const refuseForeign: RequestHandler = (request, _response, next) => {
  const site = request.get('Sec-Fetch-Site') ?? 'none';
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (!reads && site !== 'same-origin' && site !== 'none') throw new Problem(403);
  next();
};
