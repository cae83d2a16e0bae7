import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Gate, gateTo } from '../../lib/audit/databases/gate.ts';
import { send } from '../../lib/audit/http/request.ts';

let server: Server;
let gate: Gate;

beforeAll(async () => {
  server = createServer((_request, response) => response.end('here'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  gate = await gateTo(`postgres://user:word@127.0.0.1:${port}/db`);
});

afterAll(async () => {
  await gate.shut();
  await new Promise((resolve) => server.close(resolve));
});

const ask = () => send(gate.address.replace('postgres:', 'http:'), 'GET /', { timeout: 0.3 });

test('a gate lets through, refuses, falls silent, and lets through again', async () => {
  expect(new URL(gate.address).password).toBe('word');
  expect((await ask()).text).toBe('here');
  await gate.shut();
  await expect(ask()).rejects.toThrow('ECONNREFUSED');
  await gate.open();
  expect((await ask()).text).toBe('here');
  gate.hush();
  await expect(ask()).rejects.toThrow('no answer');
  await gate.open();
  expect((await ask()).text).toBe('here');
});
