import { broken } from './broken.ts';

/** What is answered to one request. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A problem of RFC 9457. */
export function problem(
  status: number,
  headers: Record<string, string> = {},
  more: object = {},
): Reply {
  const type = broken('plain-problems') ? 'application/json' : 'application/problem+json';
  const body = { type: 'about:blank', title: `Problem ${status}`, status, ...more };
  return { status, body, headers: { 'content-type': type, ...headers } };
}

/** A page. */
export function page(html: string, headers: Record<string, string> = {}): Reply {
  const text = `<!doctype html><html><title>Fake</title>${html}</html>`;
  return { status: 200, body: text, headers: { 'content-type': 'text/html', ...headers } };
}
