import express, { type Express } from 'express';
import manifest from '../../package.json' with { type: 'json' };
import type { Config } from '../config.ts';
import type { ServerContext } from '../feature.ts';
import { errors } from '../http/errors.ts';
import { health } from '../http/health.ts';
import { hosts } from '../http/hosts.ts';
import { notFound } from '../http/not-found.ts';
import { requestId } from '../http/request-id.ts';
import { requestLog } from '../http/request-log.ts';
import { security } from '../http/security.ts';
import { adminPages } from './adminjs.ts';
import { loginPages, requireLogin } from './login.ts';
import { createModels } from './models.ts';
import { refuseForeign } from './origin.ts';
import { sessions } from './sessions.ts';
import { openAdminStore } from './store.ts';

/** What the admin process has. */
export interface AdminContext extends ServerContext {
  config: Config<'admin'>;
}

/** The admin dashboard, behind its login. */
export async function createAdmin(context: AdminContext): Promise<Express> {
  const { config, resources } = context;
  const store = openAdminStore(resources);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.set('query parser', 'simple');
  app.set('trust proxy', config.TRUSTED_PROXIES);
  for (const feature of [requestId, health, requestLog, hosts, security])
    await feature(app, context);
  app.use('/admin', refuseForeign, sessions(config, store), loginPages(config, store));
  app.use('/admin', requireLogin, adminPages(manifest.name, createModels(resources)));
  for (const feature of [notFound, errors]) await feature(app, context);
  return app;
}
