import { type Logger, pino, stdTimeFunctions } from 'pino';

const secrets = ['authorization', 'cookie', 'password', 'token', 'secret'];

/** Bytes that a pipe takes as one piece, so that the lines of several processes don't mix. */
const atomic = 4096;

/** One JSON object a line on standard output, written at once: none is lost when the process ends. */
export function createLogger(level: string): Logger {
  const options = {
    level,
    base: { pid: process.pid },
    messageKey: 'message',
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: secrets.flatMap((name) => [name, `*.${name}`]),
  };
  return pino(options, pino.destination({ fd: 1, sync: true, maxWrite: atomic }));
}

export type { Logger };
