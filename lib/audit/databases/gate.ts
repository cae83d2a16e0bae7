import { connect, createServer, type Socket } from 'node:net';
import { freePort } from '../processes/ports.ts';
import { servers } from './catalog.ts';

/** A way to a server that can be opened and shut, as networks do. */
export interface Gate {
  /** The server's address by way of the gate. */
  readonly address: string;
  /** Connections are refused, those that exist are dropped. */
  shut(): Promise<void>;
  /** Connections are taken and never answered, those that exist fall silent. */
  hush(): void;
  /** All is well again. */
  open(): Promise<void>;
}

/** Puts a gate, open at first, between the app and the server of an address. */
export async function gateTo(address: string): Promise<Gate> {
  const url = new URL(address);
  const row = servers.find(({ protocols }) => protocols.includes(url.protocol));
  const target = { host: url.hostname, port: Number(url.port || row?.port) };
  const port = await freePort();
  const sockets = new Set<Socket>();
  let silent = false;
  const server = createServer((client) => {
    sockets.add(client.on('error', () => undefined));
    if (silent) return;
    const upstream = connect(target);
    sockets.add(upstream.on('error', () => client.destroy()));
    client.on('close', () => upstream.destroy()).pipe(upstream);
    upstream.on('close', () => client.destroy()).pipe(client);
  });
  server.unref();
  const drop = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  const open = () =>
    new Promise<void>((resolve) => {
      if (silent) drop();
      silent = false;
      if (server.listening) resolve();
      else server.listen({ port, host: '127.0.0.1' }, resolve);
    });
  await open();
  url.host = `127.0.0.1:${port}`;
  return {
    address: url.href,
    open,
    hush: () => {
      silent = true;
      for (const socket of sockets) socket.unpipe().resume();
    },
    shut: () =>
      new Promise((resolve) => {
        drop();
        if (server.listening) server.close(() => resolve());
        else resolve();
      }),
  };
}
