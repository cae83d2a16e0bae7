import { combine } from '../../../lib/declare.ts';
import { needsInDevelopment } from '../../../lib/lines.ts';
import type { Row } from '../../../lib/types.ts';
import { address, pageOf } from '../pages.ts';

/** GraphiQL at `/graphql` for a browser, its files served by the app itself. */
export const graphiql: Row = {
  name: 'graphiql',
  title: 'GraphiQL',
  requires: ['api=graphql'],
  ...address(
    71,
    '`GET /graphql` in a browser',
    'GraphiQL; in production only with `DASHBOARDS=true`',
  ),
  stacks: {
    express: combine([
      { dependencies: needsInDevelopment('@graphql-yoga/render-graphiql') },
      pageOf('graphiql', 'writeGraphiql', 51),
    ]),
  },
};
