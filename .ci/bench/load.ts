import { connect, type Socket } from 'node:net';
import { token } from './serve.ts';

const connections = 10;
const path = '/api/todos?limit=20';

/** Asks for the list over ten kept connections for some seconds; how many answers came. */
export async function load(port: number, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1000;
  const request = [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Authorization: Bearer ${token}`,
    '\r\n',
  ].join('\r\n');
  const sockets = Array.from({ length: connections }, () =>
    keepAsking(connect(port, '127.0.0.1'), request, end),
  );
  return (await Promise.all(sockets)).reduce((sum, count) => sum + count, 0);
}

function keepAsking(socket: Socket, request: string, end: number): Promise<number> {
  let count = 0;
  let got = '';
  return new Promise((resolve, reject) => {
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      got += chunk;
      const length = lengthOf(got);
      if (got.length < length) return;
      if (!got.startsWith('HTTP/1.1 200 ')) return socket.destroy(new Error(got));
      got = got.slice(length);
      count += 1;
      if (performance.now() < end) socket.write(request);
      else socket.end();
    });
    socket.on('error', reject).on('close', () => resolve(count));
    socket.write(request);
  });
}

/** The bytes of an answer, as soon as its head is there. */
function lengthOf(got: string): number {
  const head = got.indexOf('\r\n\r\n');
  if (head < 0) return Number.POSITIVE_INFINITY;
  const body = /\r\ncontent-length: (\d+)/i.exec(got.slice(0, head))?.[1];
  if (body === undefined) throw new Error('an answer without Content-Length');
  return head + 4 + Number(body);
}
