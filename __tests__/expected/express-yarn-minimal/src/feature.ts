import type { Express } from 'express';
import type { Config, ServerConfig } from './config.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Logger } from './logger.ts';
import type { Resources } from './resources.ts';

/** What every listening process has. */
export interface ServerContext {
  config: ServerConfig;
  log: Logger;
  lifecycle: Lifecycle;
  resources: Resources;
}

/** What the web process has. */
export interface Context extends ServerContext {
  config: Config<'web'>;
}

/** Adds its middleware and addresses to the web app. */
export type Feature = (app: Express, context: Context) => void | Promise<void>;
/** A feature that fits the app of any listening process. */
export type ServerFeature = (app: Express, context: ServerContext) => void | Promise<void>;
