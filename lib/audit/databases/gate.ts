import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from '../processes/ports.ts';
import { servers } from './catalog.ts';

interface Target {
  readonly host: string;
  readonly port: number;
}

/** A way to a server that can be opened and shut, as networks do. */
export class Gate {
  /** The server's address by way of the gate. */
  readonly address: string;
  readonly #port: number;
  readonly #target: Target;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #silent = false;

  constructor(address: string, port: number, target: Target) {
    this.address = address;
    this.#port = port;
    this.#target = target;
    this.#server = createServer((client) => this.#pass(client)).unref();
  }

  /** All is well: connections go through. */
  async open(): Promise<void> {
    if (this.#silent) this.#drop();
    this.#silent = false;
    if (this.#server.listening) return;
    const where = { port: this.#port, host: '127.0.0.1' };
    await new Promise<void>((resolve) => this.#server.listen(where, resolve));
  }

  /** Connections are refused, those that exist are dropped. */
  async shut(): Promise<void> {
    this.#drop();
    if (!this.#server.listening) return;
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Connections are taken and never answered, those that exist fall silent. */
  hush(): void {
    this.#silent = true;
    for (const socket of this.#sockets) socket.unpipe().resume();
  }

  #pass(client: Socket): void {
    this.#sockets.add(client.on('error', () => undefined));
    if (this.#silent) return;
    const upstream = connect(this.#target);
    this.#sockets.add(upstream.on('error', () => client.destroy()));
    client.on('close', () => upstream.destroy()).pipe(upstream);
    upstream.on('close', () => client.destroy()).pipe(client);
  }

  #drop(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }
}

/** Puts a gate, open at first, between the app and the server of an address. */
export async function gateTo(address: string): Promise<Gate> {
  const url = new URL(address);
  const row = servers.find(({ protocols }) => protocols.includes(url.protocol));
  const target = { host: url.hostname, port: Number(url.port || row?.port) };
  const port = await freePort();
  url.host = `127.0.0.1:${port}`;
  const gate = new Gate(url.href, port, target);
  await gate.open();
  return gate;
}
