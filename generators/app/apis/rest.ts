import { feature, lines, needs, tableRows, trees } from '../../../lib/lines.ts';
import type { Row } from '../../../lib/types.ts';

/** Todos over REST, described by OpenAPI. */
export const rest: Row = {
  name: 'rest',
  title: 'REST, with OpenAPI',
  stacks: {
    express: {
      dependencies: needs('zod-openapi'),
      trees: trees('app/templates/express/rest'),
      lines: [
        ...feature(60, 'openApi', './openapi/openapi.ts'),
        ...lines('#views', [
          '- `src/todos/routes.ts`: `src/features.ts`',
          '- `src/openapi/todos.ts`, `test/openapi/todos.test.ts`: `src/openapi/document.ts`',
        ]),
        ...lines('#sample', ['- `src/openapi/todos.ts`, `test/openapi/todos.test.ts`']),
        ...feature(100, 'todoRoutes', './todos/routes.ts'),
      ],
    },
  },
  rows: tableRows('Addresses', 30, {
    '`GET`, `POST /api/todos`': ['the list (`?limit=`, `&offset=`), and a new one'],
    '`GET`, `PATCH`, `DELETE /api/todos/{id}`': ['one todo'],
    '`GET /openapi.json`': ['OpenAPI 3.1 of the above'],
  }),
};
