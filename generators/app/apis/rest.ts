import { apps, route, settings } from '../../../lib/django.ts';
import { feature, lines, needs, needsInDevelopment, tableRows, trees } from '../../../lib/lines.ts';
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
    django: {
      dependencies: [
        ...needs('djangorestframework', 'drf-spectacular'),
        ...needsInDevelopment('djangorestframework-stubs'),
      ],
      trees: trees('app/templates/django/rest'),
      lines: [
        ...apps(50, 'rest_framework', 'drf_spectacular'),
        ...settings('config.rest.settings', 'REST_FRAMEWORK', 'SPECTACULAR_SETTINGS'),
        ...route(10, 'openapi.json', 'openapi', 'config.rest.openapi'),
        ...route(60, 'api/todos', 'TodoList.as_view()', 'todos.views', 'TodoDetail, TodoList'),
        ...route(
          61,
          'api/todos/<uuid:id>',
          'TodoDetail.as_view()',
          'todos.views',
          'TodoDetail, TodoList',
        ),
        ...lines('pyproject.toml#mypy', ['"mypy_drf_plugin.main"'], 10),
        ...lines('#views', [
          '- `config/urls.py`: its addresses; `config/rest/settings.py`: its tag',
        ]),
      ],
    },
  },
  rows: tableRows('Addresses', 30, {
    '`GET`, `POST /api/todos`': ['the list (`?limit=`, `&offset=`), and a new one'],
    '`GET`, `PATCH`, `DELETE /api/todos/{id}`': ['one todo'],
    '`GET /openapi.json`': ['OpenAPI 3.1 of the above'],
  }),
};
