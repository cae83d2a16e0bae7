import { Failure } from '../failure.ts';
import { send } from '../http/request.ts';
import type { Running } from '../types.ts';
import type { Child } from './launch.ts';
import { until, within } from './time.ts';

const READY_SECONDS = 30;
const STOP_SECONDS = 15;

/** A process of the app as something that answers; it is not waited for yet. */
export function runningOf(child: Child, port: number, token: string): Running {
  const base = `http://127.0.0.1:${port}`;
  return {
    base,
    port,
    child,
    ask: (line, ask = {}) => send(base, line, { token, ...ask }),
    stop: (signal = 'SIGTERM') => {
      child.signal(signal);
      return within(STOP_SECONDS, child.ended, `the process does not end on ${signal}`);
    },
  };
}

/** Waits until one of the paths, asked in turn while one is unknown, answers; `Failure` if not. */
export async function waitUntilReady(app: Running, paths: readonly string[]): Promise<Running> {
  let seen = 'no answer';
  const ready = async () => {
    if (app.child.exit) throw new Failure(endedEarly(app.child));
    for (const path of paths) {
      const status = await statusOf(app, path);
      if (status !== undefined) seen = `GET ${path} answers ${status}`;
      if (status !== 404) return status === 200 || (path === '/admin' && (status ?? 500) < 400);
    }
    return false;
  };
  try {
    await until(ready, READY_SECONDS, () => `the process does not become ready: ${seen}`);
  } catch (error) {
    app.child.kill();
    throw error;
  }
  return app;
}

async function statusOf(app: Running, path: string): Promise<number | undefined> {
  return app.ask(`GET ${path}`, { timeout: 5 }).then(
    ({ status }) => status,
    () => undefined,
  );
}

/** One sentence about a process that ended before it should have. */
export function endedEarly(child: Child): string {
  const { code = null, signal = null } = child.exit ?? {};
  const last = (child.stderr.trim() || child.stdout.trim()).split('\n').slice(0, 3).join(' | ');
  return `the process ended (${signal ?? `exit ${code}`}) before it was ready: ${last}`;
}

/** Waits for the end of a process that should end by itself. */
export function exitOf(child: Child, seconds = 15) {
  return within(seconds, child.ended, 'the process goes on').finally(() => child.kill());
}
