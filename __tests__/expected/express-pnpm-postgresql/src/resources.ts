import { openCache } from './cache.ts';
import type { CommonConfig } from './config.ts';
import { openDatabase } from './database/database.ts';
import type { Logger } from './logger.ts';

/** What resources are opened with. */
interface Parts {
  config: CommonConfig;
  log: Logger;
  /** Milliseconds that a query may take. */
  patience: number;
}

/** Attaches every resource, in order; none is waited for, so the app starts while one is away. */
export function openResources(parts: Parts) {
  return {
    database: openDatabase(parts.config, parts.patience),
    cache: openCache(parts.config, parts.log),
  };
}

/** The attached resources by name. */
export type Resources = ReturnType<typeof openResources>;
