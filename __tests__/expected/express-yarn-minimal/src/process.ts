import { type Config, ConfigError, loadConfig, type Process } from './config.ts';
import { createLogger, type Logger } from './logger.ts';

/** Exit status of a process whose environment is wrong (EX_CONFIG of sysexits.h). */
const badConfig = 78;

/** Starts a process: its configuration, or exit 78 with the faults on standard error; its log. */
export function startProcess<P extends Process>(name: P): { config: Config<P>; log: Logger } {
  try {
    const config = loadConfig(name);
    const log = createLogger(config.LOG_LEVEL);
    logWarnings(log);
    return { config, log };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(badConfig);
  }
}

/** Node prints its warnings as text by itself; here they are lines of the log. */
function logWarnings(log: Logger) {
  process.removeAllListeners('warning');
  process.on('warning', ({ name, message }) => log.warn({ warning: name }, message));
}
