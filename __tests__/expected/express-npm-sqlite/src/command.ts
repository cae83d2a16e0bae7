import type { CommonConfig } from './config.ts';
import type { Logger } from './logger.ts';
import type { Resources } from './resources.ts';

/** A one-off task, run as `manage <name>` by the same code in the same environment as the app. */
export interface Command {
  name: string;
  about: string;
  run(parts: { config: CommonConfig; log: Logger; resources: Resources }): Promise<void>;
}
