import { inProduction } from '../environments.ts';
import { expect } from '../failure.ts';
import { expectStatus, header } from '../http/answers.ts';
import type { Check, Environment, Running } from '../types.ts';

const HOST = 'app.example.test';
const OTHER = 'other.example.test';
const EVIL = 'evil.example.test';

const HTTP: Environment = { PUBLIC_URL: `http://${HOST}` };
const HTTPS: Environment = { PUBLIC_URL: `https://${HOST}`, ALLOWED_HOSTS: OTHER };
const PROXIED: Environment = { ...HTTPS, TRUSTED_PROXIES: '1' };
const OVER_TLS = { 'x-forwarded-proto': 'https' };
const REFUSED = [400, 403, 421];
const REDIRECTS = [301, 302, 307, 308];
const LINE = 'GET /api/nothing';

async function expectRedirect(web: Running, host: string, headers: Record<string, string> = {}) {
  const answer = await web.ask(LINE, { host, headers });
  expectStatus(answer, ...REDIRECTS);
  const location = header(answer, 'location');
  const hosts = new Set([HOST, host]);
  const { protocol, hostname, pathname } = new URL(location, 'http://relative.invalid');
  const right = protocol === 'https:' && hosts.has(hostname) && pathname === '/api/nothing';
  expect(right, `${LINE} over http redirects to ${location}`);
}

async function healthTakesAny(web: Running): Promise<void> {
  for (const path of ['/healthz', '/readyz']) {
    for (const host of [HOST, EVIL, '10.1.2.3:8080', 'localhost']) {
      expectStatus(await web.ask(`GET ${path}`, { host, token: null }), 200);
    }
  }
}

async function answersPlainly(web: Running, host: string, headers: Record<string, string> = {}) {
  const answer = await web.ask(LINE, { host, headers });
  expectStatus(answer, 404);
  return header(answer, 'strict-transport-security');
}

/** Names, proxies and HTTPS. */
export const hosts: readonly Check[] = [
  {
    id: 'hosts.unset',
    line: 'PUBLIC_URL unset: plain HTTP, any host',
    run: async (app) => {
      const hsts = await answersPlainly(await inProduction(app), EVIL);
      expect(hsts === '', `HSTS without PUBLIC_URL: ${hsts}`);
      return undefined;
    },
  },
  {
    id: 'hosts.http',
    line: 'PUBLIC_URL=http: only its host is accepted; no redirect, no HSTS',
    run: async (app) => {
      const web = await app.shared('web', HTTP);
      const hsts = await answersPlainly(web, HOST);
      expect(hsts === '', `HSTS over http: ${hsts}`);
      expectStatus(await web.ask(LINE, { host: EVIL }), ...REFUSED);
      expectStatus(await web.ask(LINE, { host: `${HOST}.evil.test` }), ...REFUSED);
      const forwarded = { 'x-forwarded-host': HOST };
      expectStatus(await web.ask(LINE, { host: EVIL, headers: forwarded }), ...REFUSED);
      await answersPlainly(web, HOST, { 'x-forwarded-host': EVIL });
      return undefined;
    },
  },
  {
    id: 'hosts.https',
    line: 'PUBLIC_URL=https: redirects plain HTTP; X-Forwarded-Proto counts for nothing (0 hops)',
    run: async (app) => {
      const web = await app.shared('web', HTTPS);
      await expectRedirect(web, HOST);
      await expectRedirect(web, OTHER);
      await expectRedirect(web, HOST, OVER_TLS);
      expectStatus(await web.ask(LINE, { host: EVIL }), ...REFUSED);
      return undefined;
    },
  },
  {
    id: 'hosts.proxied',
    line: 'TRUSTED_PROXIES=1: X-Forwarded-Proto counts, also for the hosts of ALLOWED_HOSTS',
    run: async (app) => {
      const web = await app.shared('web', PROXIED);
      await answersPlainly(web, HOST, OVER_TLS);
      await answersPlainly(web, OTHER, OVER_TLS);
      await expectRedirect(web, HOST, { 'x-forwarded-proto': 'http' });
      expectStatus(await web.ask(LINE, { host: EVIL, headers: OVER_TLS }), ...REFUSED);
      return undefined;
    },
  },
  {
    id: 'hosts.hsts',
    line: 'https: turns on HSTS (no preload, no subdomains)',
    run: async (app) => {
      const web = await app.shared('web', PROXIED);
      const hsts = await answersPlainly(web, HOST, OVER_TLS);
      expect(/max-age=[1-9]\d+/.test(hsts), `Strict-Transport-Security is "${hsts}"`);
      expect(!/preload|includeSubDomains/i.test(hsts), `HSTS promises too much: ${hsts}`);
      return undefined;
    },
  },
  {
    id: 'hosts.health',
    line: 'health addresses take any Host and never redirect',
    run: async (app) => {
      for (const changes of [HTTP, HTTPS, PROXIED])
        await healthTakesAny(await app.shared('web', changes));
      return undefined;
    },
  },
];
