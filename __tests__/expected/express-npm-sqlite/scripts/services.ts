import { connect } from 'node:net';
import { run } from './run.ts';

/** The services of compose.yaml that development needs, and which variable says where each is. */
const services: { name: string; variable: string; port: number }[] = [];

/** Starts those services that don't answer yet at the address in the environment. */
export async function startServices(env: NodeJS.ProcessEnv): Promise<void> {
  const missing: string[] = [];
  for (const { name, variable, port } of services) {
    const address = URL.parse(env[variable] ?? '');
    const host = address?.hostname ?? '127.0.0.1';
    if (!(await answers(host, Number(address?.port || port)))) missing.push(name);
  }
  if (missing.length > 0) await run('docker', ['compose', 'up', '--wait', ...missing]);
}

function answers(host: string, port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ host, port, timeout: 1000 });
  socket.once('connect', () => resolve(true));
  for (const event of ['error', 'timeout']) socket.once(event, () => resolve(false));
  return promise.finally(() => socket.destroy());
}

if (import.meta.main) await startServices({});
