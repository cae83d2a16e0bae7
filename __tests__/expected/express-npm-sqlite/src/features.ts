import { adminLink } from './dashboards/admin-link.ts';
import { graphiql } from './dashboards/graphiql.ts';
import { swagger } from './dashboards/swagger.ts';
import type { Feature } from './feature.ts';
import { graphql } from './graphql/graphql.ts';
import { authentication } from './http/authentication.ts';
import { crossOrigin } from './http/cross-origin.ts';
import { errors } from './http/errors.ts';
import { health } from './http/health.ts';
import { hosts } from './http/hosts.ts';
import { notFound } from './http/not-found.ts';
import { requestId } from './http/request-id.ts';
import { requestLog } from './http/request-log.ts';
import { security } from './http/security.ts';
import { openApi } from './openapi/openapi.ts';
import { todoRoutes } from './todos/routes.ts';

/** What the app is made of, in the order in which a request meets it. */
export const features: readonly Feature[] = [
  requestId,
  health,
  requestLog,
  hosts,
  adminLink,
  security,
  graphiql,
  swagger,
  openApi,
  crossOrigin,
  authentication,
  graphql,
  todoRoutes,
  notFound,
  errors,
];
