import cluster, { type Worker } from 'node:cluster';
import type { Config } from './config.ts';
import type { Logger } from './logger.ts';
import { startProcess } from './process.ts';

/** Milliseconds before a crashed worker comes back: twice as long each time, up to the last. */
const backoff = { first: 200, last: 10_000 };
/** Milliseconds that a worker may overrun its own limits before it is ended. */
const overrun = 5000;

/** Runs WEB_CONCURRENCY workers behind one port, brings crashed ones back, and drains them all. */
export function supervise(): void {
  const { config, log } = startProcess('web');
  let stopping = false;
  let serving = false;
  let exitCode = 0;
  let pause = backoff.first;
  const restart = () => {
    if (!stopping) cluster.fork();
  };
  const stop = (reason: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ reason }, 'stopping workers');
    endWorkers(config);
  };
  cluster.on('listening', () => {
    pause = backoff.first;
    if (serving) return;
    // The first worker has shown that the port is free and the environment right.
    serving = true;
    for (let count = 1; count < config.WEB_CONCURRENCY; count += 1) restart();
  });
  cluster.on('message', relay);
  cluster.on('exit', (worker, code, signal) => {
    if (stopping || !serving) {
      // A worker that had not begun ends by the signal itself; it had nothing to finish.
      if (!(stopping && signal === 'SIGTERM')) exitCode ||= code ?? 1;
      return endWhenAlone(exitCode);
    }
    report(log, worker, code, signal);
    setTimeout(restart, pause);
    pause = Math.min(pause * 2, backoff.last);
  });
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => stop(signal));
  restart();
}

/** Workers reach each other only through here: what one says, all the others hear. */
function relay(sender: Worker, message: object) {
  for (const worker of workers())
    if (worker !== sender && worker.isConnected()) worker.send(message);
}

function report(log: Logger, worker: Worker, code: number | null, signal: string | null) {
  log.error({ worker: worker.process.pid, code, signal }, 'a worker died');
}

function endWhenAlone(exitCode: number) {
  if (workers().length === 0) process.exit(exitCode);
}

function endWorkers({ SHUTDOWN_DELAY, SHUTDOWN_TIMEOUT }: Config<'web'>) {
  for (const worker of workers()) worker.process.kill('SIGTERM');
  const limit = (SHUTDOWN_DELAY + SHUTDOWN_TIMEOUT) * 1000 + overrun;
  setTimeout(() => workers().map((worker) => worker.process.kill('SIGKILL')), limit).unref();
  endWhenAlone(0);
}

const workers = () => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
