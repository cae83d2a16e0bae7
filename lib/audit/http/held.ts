import { request as open } from 'node:http';
import type { Running } from '../types.ts';
import { type Answer, type Ask, answerTo, messageOf } from './request.ts';

/** A request under way: its head and half its body are sent, the app waits for the rest. */
export interface Held {
  /** Sends the rest of the body and waits for the answer. */
  finish(): Promise<Answer>;
  /** Settles with the answer; rejects when the app drops the connection. */
  readonly answer: Promise<Answer>;
  /** Ends the connection from this side. */
  drop(): void;
}

/** Opens a request with a body and keeps it under way. */
export async function hold(app: Running, line: string, ask: Ask): Promise<Held> {
  const [method = 'POST', path = '/'] = line.split(' ');
  const { headers, body = Buffer.alloc(0) } = messageOf(ask);
  const half = Math.floor(body.length / 2);
  const { hostname, port } = new URL(app.base);
  const request = open({ hostname, port, method, path, headers, agent: false });
  const answer = answerTo(request, line, ask.timeout ?? 30);
  answer.catch(() => undefined);
  await new Promise<void>((resolve) => request.write(body.subarray(0, half), () => resolve()));
  await new Promise((resolve) => setTimeout(resolve, 250));
  return {
    answer,
    drop: () => request.destroy(),
    finish: () => {
      request.end(body.subarray(half));
      return answer;
    },
  };
}

/** Sends a body of some bytes, slowly enough to hear a refusal before the end of it. */
export function pour(app: Running, line: string, bytes: number, ask: Ask): Promise<Answer> {
  const [method = 'POST', path = '/'] = line.split(' ');
  const { headers } = messageOf({ ...ask, type: 'application/json' });
  const { hostname, port } = new URL(app.base);
  const request = open({ hostname, port, method, path, headers, agent: false });
  const answer = answerTo(request, line, ask.timeout ?? 15);
  let answered = false;
  answer
    .finally(() => {
      answered = true;
    })
    .catch(() => undefined);
  const chunk = Buffer.alloc(64 * 1024, 'a');
  const write = (left: number) => {
    if (answered) return;
    if (left <= 0) request.end('"}');
    else request.write(chunk, () => write(left - chunk.length));
  };
  request.write('{"title":"');
  setTimeout(() => write(bytes), 200);
  return answer;
}
