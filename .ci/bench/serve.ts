import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { must } from '../../__tests__/validators/command.ts';
import { cpuIn, timed } from './cpu.ts';
import { portAbove } from './port.ts';

/** A token of the measured apps. */
export const token = 'bench-token';

/** A server that runs, its log thrown away. */
export interface Server {
  readonly port: number;
  /** The CPU time it took so far, in milliseconds. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** A program of a folder, and the database that it reads. */
export interface Program {
  readonly folder: string;
  readonly file: string;
  readonly database: string;
}

const meter = `data:text/javascript,process.on('message', () => process.send(process.cpuUsage()));
process.channel.unref()`;

/** Starts a program and waits until it is ready. */
export async function serve(program: Program): Promise<Server> {
  const port = await portAbove(26_000);
  const child = spawn(process.execPath, ['--import', meter, program.file], {
    cwd: program.folder,
    env: variables(program, port),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = once(child, 'close').then(() => Promise.reject(new Error('a server has ended')));
  gone.catch(() => undefined);
  await ready(child, port);
  return {
    port,
    async cpu() {
      const told = once(child, 'message');
      child.send('cpu');
      const [{ user, system }] = await Promise.race([told, gone]);
      return (user + system) / 1000;
    },
    async stop() {
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The CPU time from the start of a program, over its first `/readyz`, to its stop. */
export async function bootCpu(program: Program): Promise<number> {
  const port = await portAbove(26_000);
  const [shell = '', ...words] = [...timed, process.execPath, program.file];
  const { folder: cwd } = program;
  const env = variables(program, port);
  const child = spawn(shell, words, {
    ...{ cwd, env, detached: true },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said] = await Promise.all([text(child.stderr), stopWhenReady(child, port)]);
  return cpuIn(said);
}

/** Brings a database to the newest version, with a hundred todos in it. */
export async function fill(program: Program): Promise<void> {
  const env = variables(program, 0);
  const { folder: cwd } = program;
  await must(process.execPath, ['dist/manage.js', 'migrate'], { cwd, env });
  const server = await serve(program);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  for (let at = 0; at < 100; at++) {
    const body = JSON.stringify({ title: `Todo ${at}` });
    const url = `http://127.0.0.1:${server.port}/api/todos`;
    const { status } = await fetch(url, { method: 'POST', headers, body });
    if (status !== 201) throw new Error(`POST /api/todos: ${status}`);
  }
  await server.stop();
}

async function stopWhenReady(child: ChildProcess, port: number): Promise<void> {
  await ready(child, port);
  const ended = once(child, 'close');
  process.kill(-(child.pid ?? 0), 'SIGTERM');
  await ended;
}

async function ready(child: ChildProcess, port: number): Promise<void> {
  const end = performance.now() + 30_000;
  while (!(await isReady(port))) {
    if (child.exitCode !== null)
      throw new Error(`ended with ${child.exitCode} before it was ready`);
    if (performance.now() > end) throw new Error('not ready after 30 s');
    await sleep(50);
  }
}

function isReady(port: number): Promise<boolean> {
  const answer = fetch(`http://127.0.0.1:${port}/readyz`, { headers: { connection: 'close' } });
  return answer.then(
    ({ status }) => status === 200,
    () => false,
  );
}

function variables({ database }: Program, port: number): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: `${port}`,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    SECRET_KEY: 'bench'.repeat(12),
    API_TOKENS: token,
    DATABASE_URL: `sqlite:///${database}`,
  };
}
