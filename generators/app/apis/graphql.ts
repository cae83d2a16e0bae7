import { route } from '../../../lib/django.ts';
import { feature, lines, needs, tableRows, trees } from '../../../lib/lines.ts';
import type { Row } from '../../../lib/types.ts';

/** Todos over GraphQL. */
export const graphql: Row = {
  name: 'graphql',
  title: 'GraphQL',
  stacks: {
    express: {
      dependencies: [
        { name: 'graphql', within: '^16', because: 'graphql-yoga 5 accepts no newer' },
        { name: 'graphql-yoga' },
      ],
      trees: trees('app/templates/express/graphql'),
      lines: [
        ...feature(90, 'graphql', './graphql/graphql.ts'),
        ...lines(
          '#views',
          ['- `src/graphql/todos.ts`, `test/graphql/todos.test.ts`: `src/graphql/schema.ts`'],
          1,
        ),
        ...lines('#sample', ['- `src/graphql/todos.ts`, `test/graphql/todos.test.ts`'], 1),
      ],
    },
    django: {
      dependencies: needs('strawberry-graphql'),
      trees: trees('app/templates/django/graphql'),
      lines: [
        ...route(30, 'graphql', 'graphql', 'config.graphql.view'),
        ...lines(
          '#views',
          ['- `config/graphql/schema.py`; copy `tests/graphql/test_todos.py`, too'],
          1,
        ),
        ...lines('#sample', ['- `tests/graphql/test_todos.py`'], 1),
      ],
    },
  },
  rows: tableRows('Addresses', 40, {
    '`/graphql`': ['`todos`, `todo`, `createTodo`, `updateTodo`, `deleteTodo`'],
  }),
};
