import { combine } from '../../../lib/declare.ts';
import { apps, middleware } from '../../../lib/django.ts';
import { needs, needsInDevelopment, trees } from '../../../lib/lines.ts';
import type { Row } from '../../../lib/types.ts';
import { pythonGraphiql } from '../existing/python-graphiql.ts';
import { graphiqlPage } from '../existing.ts';
import { address, pageOf } from '../pages.ts';

const shown = address(
  71,
  '`GET /graphql` in a browser',
  'GraphiQL; in production only with `DASHBOARDS=true`',
);

/** GraphiQL at `/graphql` for a browser, its files served by the app itself. */
export const graphiql: Row = {
  name: 'graphiql',
  title: 'GraphiQL',
  requires: ['api=graphql'],
  existing: { node: graphiqlPage, python: pythonGraphiql },
  stacks: {
    express: combine([
      shown,
      { dependencies: needsInDevelopment('@graphql-yoga/render-graphiql') },
      pageOf('graphiql', 'writeGraphiql', 51),
    ]),
    django: combine([
      shown,
      {
        dependencies: needs('graphene-django-graphiql-static'),
        trees: trees('admin-dashboard/templates/django/graphiql'),
        lines: [
          ...apps(58, 'graphene_django_graphiql_static'),
          ...middleware(58, 'config.dashboards.graphiql.GraphiqlMiddleware'),
        ],
      },
    ]),
  },
};
