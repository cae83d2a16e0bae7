import cluster, { type Worker } from 'node:cluster';
import type { Config } from './config.ts';
import type { Logger } from './logger.ts';
import { startProcess } from './process.ts';

/** Milliseconds before a crashed worker comes back: twice as long each time, up to the last. */
const backoff = { first: 200, last: 10_000 };
/** Milliseconds that a worker may overrun its own limits before it is ended. */
const overrun = 5000;

/** What the parent knows of its workers. */
interface State {
  phase: 'starting' | 'serving' | 'stopping';
  pause: number;
  exitCode: number;
}

/** Runs WEB_CONCURRENCY workers behind one port, brings crashed ones back, and drains them all. */
export function supervise(): void {
  const { config, log } = startProcess('web');
  const state: State = { phase: 'starting', pause: backoff.first, exitCode: 0 };
  cluster.once('listening', () => {
    // The first worker has shown that the port is free; before, a crash ends them all.
    if (state.phase === 'starting') state.phase = 'serving';
    for (let count = 1; count < config.WEB_CONCURRENCY; count += 1) start(state);
  });
  cluster.on('message', relay);
  cluster.on('exit', (worker, code, signal) => {
    if (state.phase === 'serving') return replace(worker, state, log);
    // A stop reaches a worker that has not begun as the bare signal; it had nothing to finish.
    const unbegun = state.phase === 'stopping' && signal === 'SIGTERM';
    if (!unbegun) state.exitCode ||= code ?? 1;
    endWhenAlone(state);
  });
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.on(signal, () => {
      if (state.phase === 'stopping') return;
      state.phase = 'stopping';
      log.info({ reason: signal }, 'stopping workers');
      endWorkers(config);
      endWhenAlone(state);
    });
  }
  cluster.fork();
}

function start({ phase }: State) {
  if (phase === 'serving') cluster.fork();
}

function replace(dead: Worker, state: State, log: Logger) {
  const { pause } = state;
  log.error({ worker: dead.process.pid, pause }, 'a worker died');
  setTimeout(start, pause, state);
  state.pause = Math.min(pause * 2, backoff.last);
  setTimeout(() => {
    state.pause = backoff.first;
  }, backoff.last * 2).unref();
}

/** Workers reach each other only through here: what one says, all the others hear. */
function relay(sender: Worker, message: object) {
  const others = workers().filter((worker) => worker !== sender && worker.isConnected());
  for (const worker of others) worker.send(message);
}

function endWorkers({ SHUTDOWN_DELAY, SHUTDOWN_TIMEOUT }: Config<'web'>) {
  const end = (signal: NodeJS.Signals) => {
    for (const worker of workers()) worker.process.kill(signal);
  };
  end('SIGTERM');
  const limit = (SHUTDOWN_DELAY + SHUTDOWN_TIMEOUT) * 1000 + overrun;
  setTimeout(end, limit, 'SIGKILL').unref();
}

function endWhenAlone({ exitCode }: State) {
  if (workers().length === 0) process.exit(exitCode);
}

const workers = () => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
