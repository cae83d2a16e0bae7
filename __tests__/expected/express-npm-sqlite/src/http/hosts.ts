import cluster from 'node:cluster';
import type { Request } from 'express';
import type { ServerFeature } from '../feature.ts';
import { Problem } from './problem.ts';

/** The workers of a cluster need not all repeat a warning. */
const isFirst = (cluster.worker?.id ?? 1) === 1;

/** Only the host of PUBLIC_URL and ALLOWED_HOSTS is served; plain requests go to `https:`. */
export const hosts: ServerFeature = (app, { config, log }) => {
  const { PUBLIC_URL, ALLOWED_HOSTS, TRUSTED_PROXIES } = config;
  const names = [...(PUBLIC_URL ? [PUBLIC_URL.hostname] : []), ...ALLOWED_HOSTS];
  const allowed = new Set(names.map((name) => name.toLowerCase()));
  const secure = PUBLIC_URL?.protocol === 'https:';
  if (!PUBLIC_URL && isFirst) log.warn('PUBLIC_URL is not set: plain HTTP is served');
  if (secure && TRUSTED_PROXIES === 0 && isFirst)
    log.warn('PUBLIC_URL is https:, but no proxy is trusted (TRUSTED_PROXIES): all is redirected');
  app.use((request, response, next) => {
    trust(request, TRUSTED_PROXIES);
    if (allowed.size === 0) return next();
    // A name may end with a dot, which says that it is whole.
    const name = request.hostname?.toLowerCase().replace(/\.$/, '');
    if (!allowed.has(name)) throw new Problem(421, { detail: 'This host is not served here' });
    if (!secure || request.secure) return next();
    const origin = name === PUBLIC_URL.hostname ? PUBLIC_URL.origin : `https://${name}`;
    // What was asked for may be a whole address.
    response.redirect(308, origin + request.originalUrl.replace(/^\w+:\/\/[^/?]*/, ''));
  });
};

/** Leaves of X-Forwarded-* what the outermost trusted proxy said: what stands before it anyone can send. */
function trust({ headers }: Request, proxies: number) {
  for (const name of ['x-forwarded-host', 'x-forwarded-proto']) {
    const words = String(headers[name] ?? '').split(',');
    if (proxies > 0 && words.length > 1) {
      headers[name] = words.at(-Math.min(proxies, words.length))?.trim();
    }
  }
}
