import { type ClientRequest, type IncomingMessage, request as open } from 'node:http';
import { Failure } from '../failure.ts';

/** What can differ from a plain request. */
export interface Ask {
  readonly headers?: Readonly<Record<string, string>>;
  /** A text or bytes as they are; anything else is sent as JSON. */
  readonly body?: unknown;
  /** The content type; of JSON for a body by default, `null` sends none. */
  readonly type?: string | null;
  /** Another bearer token, or `null` for none. */
  readonly token?: string | null;
  /** The Host header. */
  readonly host?: string;
  /** Seconds until an answer must have come (10). */
  readonly timeout?: number;
}

/** What the app answered. */
export interface Answer {
  /** `METHOD /path`, to name it in a failure. */
  readonly asked: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly seconds: number;
}

/** The parts of an {@link Ask} in the words of HTTP. */
export interface Message {
  readonly headers: Record<string, string>;
  readonly body: Buffer | undefined;
}

/** Header fields and body bytes of a request; the connection is closed after it. */
export function messageOf(ask: Ask): Message {
  const raw = typeof ask.body === 'string' || Buffer.isBuffer(ask.body);
  const text = raw ? (ask.body as string | Buffer) : JSON.stringify(ask.body);
  const body = ask.body === undefined ? undefined : Buffer.from(text);
  const type = ask.type === undefined && body ? 'application/json' : ask.type;
  return {
    body,
    headers: {
      connection: 'close',
      accept: '*/*',
      ...(ask.host ? { host: ask.host } : {}),
      ...(ask.token ? { authorization: `Bearer ${ask.token}` } : {}),
      ...(type ? { 'content-type': type } : {}),
      ...(body ? { 'content-length': String(body.length) } : {}),
      ...ask.headers,
    },
  };
}

/** A request that the app did not answer. */
export class Unanswered extends Failure {
  override name = 'Unanswered';
  /** The system's name of the reason (ECONNREFUSED), where it has one. */
  readonly code: string | undefined;

  constructor(asked: string, { message, code }: NodeJS.ErrnoException) {
    super(`${asked}: ${message}`);
    this.code = code;
  }
}

/** Waits for the answer to a request that is on its way; `Unanswered` on a dropped connection. */
export function answerTo(request: ClientRequest, asked: string, timeout: number): Promise<Answer> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => request.destroy(new Error(`no answer in ${timeout} s`)),
      timeout * 1000,
    );
    const fail = (error: Error) => {
      clearTimeout(timer);
      reject(new Unanswered(asked, error));
    };
    request.on('error', fail);
    request.on('response', (response) => {
      read(response).then((text) => {
        clearTimeout(timer);
        const { statusCode: status = 0, headers } = response;
        const seconds = (performance.now() - began) / 1000;
        resolve({ asked, status, headers, text, seconds });
        request.destroy();
      }, fail);
    });
  });
}

async function read(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Sends `METHOD /path` to a base address, on a connection of its own; follows no redirect. */
export function send(base: string, line: string, ask: Ask = {}): Promise<Answer> {
  const [method = 'GET', path = '/'] = line.split(' ');
  const { headers, body } = messageOf(ask);
  const { hostname, port } = new URL(base);
  const request = open({ hostname, port, method, path, headers, agent: false });
  const answer = answerTo(request, line, ask.timeout ?? 10);
  request.end(body);
  return answer;
}
