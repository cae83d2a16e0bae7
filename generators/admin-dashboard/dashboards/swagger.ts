import { combine } from '../../../lib/declare.ts';
import { apps, route } from '../../../lib/django.ts';
import { needs, needsInDevelopment, trees } from '../../../lib/lines.ts';
import type { Row } from '../../../lib/types.ts';
import { pythonSwagger } from '../existing/python-swagger.ts';
import { swaggerPage } from '../existing.ts';
import { address, pageOf } from '../pages.ts';

const shown = address(70, '`GET /docs`', 'Swagger UI; in production only with `DASHBOARDS=true`');

/** Swagger UI over `/openapi.json`, its files served by the app itself. */
export const swagger: Row = {
  name: 'swagger',
  title: 'Swagger UI',
  requires: ['api=rest'],
  existing: { node: swaggerPage, python: pythonSwagger },
  stacks: {
    express: combine([
      shown,
      {
        dependencies: needsInDevelopment('swagger-ui-dist'),
        // The package counts its installs; this app does not.
        manifest: { scarfSettings: { enabled: false } },
      },
      pageOf('swagger', 'writeSwagger', 52),
    ]),
    django: combine([
      shown,
      {
        dependencies: needs('drf-spectacular-sidecar'),
        trees: trees('admin-dashboard/templates/django/swagger'),
        lines: [
          ...apps(55, 'drf_spectacular_sidecar'),
          ...route(20, 'docs', 'swagger', 'config.dashboards.swagger'),
        ],
      },
    ]),
  },
};
