import { variable } from '../../../lib/django.ts';
import { lines, trees } from '../../../lib/lines.ts';
import type { Row } from '../../../lib/types.ts';
import { databaseVariable } from '../database.ts';
import { pythonClient } from '../existing/python.ts';
import { client } from '../existing.ts';

const assignment = `DATABASE_URL: str = env.str(
    "DATABASE_URL",
    validate=address("sqlite"),
    **(required_by("manage", "release", "web") | local(f"sqlite:///data/{APP_ENV}.sqlite")),
)`;

/** SQLite, built into the runtime: a file, and so one machine. */
export const sqlite: Row = {
  name: 'sqlite',
  title: 'SQLite (a file, no server)',
  variables: [
    databaseVariable({
      example: 'sqlite:///data/development.sqlite',
      fallback: '`sqlite:///data/<environment>.sqlite` in development and test',
      required: 'in production',
    }),
  ],
  existing: {
    node: client({
      template: 'sqlite',
      names: ['database', 'open-database'],
      check: 'checkDatabase',
      packages: [],
    }),
    python: pythonClient({
      template: 'sqlite',
      names: ['database', 'open_database'],
      check: 'check_database',
      dependencies: [],
      settings: { django: 'DATABASES' },
    }),
  },
  stacks: {
    express: {
      trees: trees('backing-services/templates/express/databases/sqlite'),
      lines: [
        ...lines('src/config.ts#common', [
          '/** The database. */',
          String.raw`DATABASE_URL: z.string().regex(/^sqlite:\/\/\/./, 'must be sqlite:///<file>'),`,
        ]),
        ...lines('src/config.ts#development', [
          "DATABASE_URL: 'sqlite:///data/development.sqlite',",
        ]),
        ...lines('src/config.ts#test', ["DATABASE_URL: 'sqlite:///data/test.sqlite',"]),
        ...lines('Dockerfile#data', [
          'RUN install --directory --owner=1000 --group=1000 data',
          'VOLUME /app/data',
        ]),
      ],
    },
    django: {
      trees: trees('backing-services/templates/django/databases/sqlite'),
      lines: [
        ...variable(10, 'The database.', assignment),
        ...lines('Dockerfile#data', [
          'RUN install --directory --owner=1000 --group=1000 data',
          'VOLUME /app/data',
        ]),
      ],
    },
  },
  lines: [
    ...lines('compose.yaml#process', ['volumes: ["data:/app/data"]']),
    ...lines('compose.yaml#environment', ['DATABASE_URL: sqlite:////app/data/app.sqlite']),
    ...lines('compose.yaml#volumes', ['data:']),
  ],
};
