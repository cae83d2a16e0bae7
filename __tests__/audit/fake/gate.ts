import type { IncomingMessage } from 'node:http';
import { broken } from './broken.ts';
import type { Config } from './config.ts';
import { problem, type Reply } from './reply.ts';

/** Refuses other hosts and redirects plain HTTP; undefined where the request may go on. */
export function checkHost(config: Config, request: IncomingMessage): Reply | undefined {
  const { publicUrl, allowedHosts, proxies } = config;
  if (!publicUrl) return undefined;
  const [name = ''] = (request.headers.host ?? '').split(':');
  const known = [publicUrl.hostname, ...allowedHosts].includes(name);
  if (!known && !broken('any-host')) return problem(400);
  const forwarded = proxies > 0 || broken('trust-all');
  const words = String(request.headers['x-forwarded-proto'] ?? '').split(', ');
  const proto = forwarded ? words.at(broken('forwarded-lists') ? 0 : -1) : 'http';
  if (publicUrl.protocol !== 'https:' || proto === 'https') return undefined;
  return { status: 308, headers: { location: `https://${name}${request.url}` } };
}

/** Header fields that every answer has. */
export function commonHeaders(config: Config, request: IncomingMessage): Record<string, string> {
  const { publicUrl, origins } = config;
  const { origin = '' } = request.headers;
  const subdomains = broken('subdomains') ? '; includeSubDomains' : '';
  const hsts = publicUrl?.protocol === 'https:' ? `max-age=31536000${subdomains}` : undefined;
  const allowed = broken('any-origin') || (origin !== '' && origins.includes(origin));
  return {
    ...(hsts ? { 'strict-transport-security': hsts } : {}),
    ...(broken('cookies') ? { 'set-cookie': 'visitor=1' } : {}),
    vary: 'Origin',
    ...(allowed ? { 'access-control-allow-origin': origin } : {}),
    ...(allowed ? { 'access-control-allow-headers': 'authorization, content-type' } : {}),
  };
}

/** A refusal of a request without a valid token. */
export function checkToken({ tokens }: Config, authorization: string): Reply | undefined {
  const token = /^bearer (.+)$/i.exec(authorization)?.[1] ?? '';
  const right = broken('prefix-token')
    ? tokens.some((own) => token.startsWith(own))
    : tokens.includes(token) && token !== '*';
  if (right || tokens.includes('*')) return undefined;
  return problem(401, broken('challenge') ? {} : { 'www-authenticate': 'Bearer' });
}
