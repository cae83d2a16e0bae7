import type { Feature } from '../feature.ts';
import { route } from '../http/route.ts';
import { files, page, policy, withPolicy } from './pages.ts';

/** `/docs`: Swagger UI over `/openapi.json`. */
export const swagger: Feature = (app, { config }) => {
  if (!config.DASHBOARDS) return;
  app.use('/docs', withPolicy(policy()), files('swagger'));
  route(app, '/docs', { get: page('swagger') });
};
