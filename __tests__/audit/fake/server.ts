import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { broken } from './broken.ts';
import type { Config } from './config.ts';
import { commonHeaders } from './gate.ts';
import { answer, type Context } from './routes.ts';

/** Writes a line of the log. */
export function log(config: Config, level: string, message: string, more: object = {}): void {
  if (config.quiet && level !== 'error') return;
  const entry = { time: new Date().toISOString(), level, message, ...more };
  console.log(broken('text-logs') ? `${level} ${message}` : JSON.stringify(entry));
}

/** A server, and the number of requests under way. */
export function serverOf(context: Context) {
  const count = { underWay: 0 };
  const server = createServer((request, response) => {
    count.underWay++;
    response.on('close', () => {
      count.underWay--;
    });
    respond(context, request, response).catch(() => response.destroy());
  });
  return { server, count };
}

async function respond(context: Context, request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { status, body, headers } = answer(context, request, Buffer.concat(chunks));
  const sent = broken('new-request-id') ? undefined : request.headers['x-request-id'];
  const requestId = String(sent ?? (broken('one-request-id') ? 'same' : randomUUID()));
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = { 'content-type': 'application/json' };
  const common = commonHeaders(context.config, request);
  response.writeHead(status, { ...type, ...common, 'x-request-id': requestId, ...headers });
  response.end(request.method === 'HEAD' || status === 204 ? undefined : text);
  const { authorization } = request.headers;
  const more = broken('log-tokens') ? { authorization } : {};
  log(context.config, 'info', `${request.method} ${status}`, { requestId, ...more });
}
