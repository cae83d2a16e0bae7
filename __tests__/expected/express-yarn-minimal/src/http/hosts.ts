import cluster from 'node:cluster';
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
  if (allowed.size === 0) return;
  app.use((request, response, next) => {
    const name = request.hostname?.toLowerCase();
    if (!allowed.has(name)) throw new Problem(421, { detail: 'This host is not served here' });
    if (!secure || request.secure) return next();
    const origin = name === PUBLIC_URL.hostname ? PUBLIC_URL.origin : `https://${name}`;
    response.redirect(308, origin + request.originalUrl);
  });
};
