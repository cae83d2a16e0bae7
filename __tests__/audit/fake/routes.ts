import type { IncomingMessage } from 'node:http';
import { answerAdmin } from './admin.ts';
import { broken } from './broken.ts';
import type { Config } from './config.ts';
import { checkHost, checkToken } from './gate.ts';
import { answerGraphql, answerMetrics } from './pages.ts';
import { page, problem, type Reply } from './reply.ts';
import { Away, type Store } from './store.ts';
import { answerApi } from './todos.ts';

/** What the routes work with. */
export interface Context {
  readonly config: Config;
  readonly store: Store;
  readonly kind: 'web' | 'admin';
  readonly isDraining: () => boolean;
}

/** The answer to a request whose body has been read. */
export function answer(context: Context, request: IncomingMessage, body: Buffer): Reply {
  try {
    return route(context, request, body);
  } catch (error) {
    const status = error instanceof Away && !broken('away-500') ? 503 : 500;
    return problem(status);
  }
}

function route(
  { config, store, kind, isDraining }: Context,
  request: IncomingMessage,
  body: Buffer,
) {
  const { method = 'GET', headers } = request;
  const url = new URL(request.url ?? '/', 'http://fake');
  const encoded = headers['content-encoding'] !== undefined;
  const question = { method, url, body, encoded, type: headers['content-type'] ?? '' };
  if (url.pathname === '/healthz') return { status: 200, body: {} };
  if (url.pathname === '/readyz') return readyz(store, isDraining());
  const refusal = checkHost(config, request);
  if (refusal) return refusal;
  if (method === 'OPTIONS') return { status: 204 };
  const { authorization = '', accept = '', cookie = '' } = headers;
  const token = authorization.replace(/^bearer /i, '');
  if (url.pathname === '/metrics') return answerMetrics(config, token);
  if (url.pathname === '/docs' && config.dashboards) return page('<h1>Swagger UI</h1>');
  if (url.pathname.startsWith('/admin')) {
    return kind === 'admin' ? answerAdmin(config, store, question, cookie) : leadToAdmin(config);
  }
  if (!/^\/(api|graphql)\b/.test(url.pathname)) return problem(404);
  const browser = url.pathname === '/graphql' && accept.includes('text/html');
  const stranger = browser && config.dashboards ? undefined : checkToken(config, authorization);
  if (stranger) return stranger;
  if (url.pathname === '/graphql') return answerGraphql(config, question, accept);
  return answerApi(store, question);
}

function readyz(store: Store, draining: boolean): Reply {
  if (draining && !broken('ready-while-draining')) return problem(503);
  if (!broken('always-ready')) store.ping();
  return { status: 200, body: {} };
}

function leadToAdmin({ production, adminPort }: Config): Reply {
  if (production || broken('admin-redirect')) return problem(404);
  return { status: 302, headers: { location: `http://127.0.0.1:${adminPort}/admin` } };
}
