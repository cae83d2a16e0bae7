import express, { type Express } from 'express';
import type { Context } from './feature.ts';
import { features } from './features.ts';

/** The app: every feature, mounted in the order of the list. */
export async function createApp(context: Context): Promise<Express> {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.set('query parser', 'simple');
  app.set('trust proxy', context.config.TRUSTED_PROXIES);
  for (const feature of features) await feature(app, context);
  return app;
}
