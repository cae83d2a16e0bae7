import { addresses } from './checks/addresses.ts';
import { admin } from './checks/admin.ts';
import { auth } from './checks/auth.ts';
import { browser } from './checks/browser.ts';
import { commands } from './checks/commands.ts';
import { config } from './checks/config.ts';
import { cors } from './checks/cors.ts';
import { dashboards } from './checks/dashboards.ts';
import { databaseAway } from './checks/database-away.ts';
import { draining } from './checks/draining.ts';
import { graphql } from './checks/graphql.ts';
import { graphqlBounds } from './checks/graphql-bounds.ts';
import { health } from './checks/health.ts';
import { hosts } from './checks/hosts.ts';
import { lifecycle } from './checks/lifecycle.ts';
import { logs } from './checks/logs.ts';
import { metrics } from './checks/metrics.ts';
import { oddRequests } from './checks/odd-requests.ts';
import { openapi } from './checks/openapi.ts';
import { problems } from './checks/problems.ts';
import { release } from './checks/release.ts';
import { requestId } from './checks/request-id.ts';
import { required } from './checks/required.ts';
import { rest } from './checks/rest.ts';
import { routes } from './checks/routes.ts';
import { twoProcesses } from './checks/two-processes.ts';
import type { Check } from './types.ts';

/** Every check, in the order of the report; logs come last, for they read what all others wrote. */
export const checks: readonly Check[] = [
  ...commands,
  ...release,
  ...config,
  ...required,
  ...addresses,
  ...health,
  ...rest,
  ...problems,
  ...oddRequests,
  ...routes,
  ...auth,
  ...requestId,
  ...openapi,
  ...graphql,
  ...graphqlBounds,
  ...hosts,
  ...cors,
  ...metrics,
  ...dashboards,
  ...admin,
  ...twoProcesses,
  ...databaseAway,
  ...lifecycle,
  ...draining,
  ...browser,
  ...logs,
];
