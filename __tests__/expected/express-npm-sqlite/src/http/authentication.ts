import { hash, timingSafeEqual } from 'node:crypto';
import type { Feature } from '../feature.ts';
import { Problem } from './problem.ts';

/** `/api` and `/graphql` take a bearer token of API_TOKENS; `*` makes them public. */
export const authentication: Feature = (app, { config }) => {
  if (config.API_TOKENS.includes('*')) return;
  const accepts = tokenCheck(config.API_TOKENS);
  app.use(['/api', '/graphql'], (request, _response, next) => {
    if (!accepts(request.headers.authorization)) throw unauthorized();
    next();
  });
};

/** Tells whether an Authorization header bears one of the tokens, in constant time. */
export function tokenCheck(tokens: readonly string[]): (header: string | undefined) => boolean {
  const digests = tokens.map(digest);
  return (header = '') => {
    const [, token] = /^Bearer +([^\s]+)$/i.exec(header) ?? [];
    if (token === undefined) return false;
    const given = digest(token);
    return digests.reduce((found, known) => timingSafeEqual(known, given) || found, false);
  };
}

/** The answer to who has no valid token. */
export const unauthorized = () => new Problem(401, {}, { 'WWW-Authenticate': 'Bearer' });

const digest = (text: string) => hash('sha256', text, 'buffer');
