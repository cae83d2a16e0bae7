import { variable } from '../../../lib/django.ts';
import { lines, needs, needsInDevelopment, trees } from '../../../lib/lines.ts';
import type { Row } from '../../../lib/types.ts';
import { composeUpdates } from '../compose.ts';
import { databaseVariable } from '../database.ts';
import { pythonClient } from '../existing/python.ts';
import { client } from '../existing.ts';

/** As compose and `setup` fill it in. */
const password = `\${POSTGRES_PASSWORD}`;

const assignment = `DATABASE_URL: str = env.str(
    "DATABASE_URL",
    validate=address("postgresql", "postgres"),
    **required_by("manage", "release", "web"),
)`;

const service = `
postgres:
  image: postgres:17
  environment:
    POSTGRES_USER: app
    POSTGRES_PASSWORD: \${POSTGRES_PASSWORD:?set POSTGRES_PASSWORD in .env}
    POSTGRES_DB: app
  ports: ["127.0.0.1:\${POSTGRES_PORT:-5432}:5432"]
  volumes: ["postgres:/var/lib/postgresql/data"]
  healthcheck:
    test: [CMD, pg_isready, --host=127.0.0.1, --username=app, --dbname=app]
    interval: 2s
    timeout: 5s
    retries: 30
  security_opt: ["no-new-privileges:true"]
  restart: unless-stopped`;

const ciService = `  postgres:
    image: postgres:17
    env:
      POSTGRES_USER: app
      POSTGRES_PASSWORD: app
      POSTGRES_DB: app
    ports: ["5432:5432"]
    options: >-
      --health-cmd "pg_isready --host=127.0.0.1 --username=app --dbname=app"
      --health-interval 2s --health-timeout 5s --health-retries 30`;

/** PostgreSQL 13 and later. */
export const postgresql: Row = {
  name: 'postgresql',
  title: 'PostgreSQL',
  variables: [
    databaseVariable({
      example: `postgresql://app:${password}@127.0.0.1:5432/app`,
      required: 'always',
    }),
    {
      name: 'POSTGRES_PASSWORD',
      about: "The password of compose's own PostgreSQL.",
      section: 'Backing services',
      secret: true,
      required: 'by compose',
    },
  ],
  existing: {
    node: client({
      template: 'postgresql',
      names: ['database', 'open-database'],
      check: 'checkDatabase',
      packages: ['pg'],
      types: ['@types/pg'],
    }),
    python: pythonClient({
      template: 'postgresql',
      names: ['database', 'open_database'],
      check: 'check_database',
      dependencies: [{ name: 'psycopg', extras: ['binary'] }],
      settings: { django: 'DATABASES' },
    }),
  },
  stacks: {
    express: {
      dependencies: [...needs('pg'), ...needsInDevelopment('@types/pg')],
      trees: trees('backing-services/templates/express/databases/postgresql'),
      lines: [
        ...lines('src/config.ts#common', [
          '/** The database. */',
          "DATABASE_URL: address('postgresql', 'postgres'),",
        ]),
        ...lines('scripts/services.ts#services', [
          "{ name: 'postgres', variable: 'DATABASE_URL', port: 5432 }",
        ]),
      ],
    },
    django: {
      dependencies: [{ name: 'psycopg', extras: ['binary'] }],
      trees: trees('backing-services/templates/django/databases/postgresql'),
      lines: [
        ...variable(10, 'The database.', assignment),
        ...lines('scripts/services.py#services', ['Service("postgres", "DATABASE_URL", 5432)']),
      ],
    },
  },
  lines: [
    ...lines('compose.yaml#environment', [
      `DATABASE_URL: postgresql://app:${password}@postgres:5432/app`,
    ]),
    ...lines('compose.yaml#release', ['depends_on:', '  postgres: { condition: service_healthy }']),
    ...composeUpdates,
    ...lines('compose.yaml#services', [service], 10),
    ...lines('compose.yaml#volumes', ['postgres:'], 10),
    ...lines('.github/workflows/ci.yml#services', ['services:'], -1),
    ...lines('.github/workflows/ci.yml#services', [ciService]),
    ...lines('.github/workflows/ci.yml#environment', ['env:'], -1),
    ...lines(
      '.github/workflows/ci.yml#environment',
      ['  DATABASE_URL: postgresql://app:app@127.0.0.1:5432/app'],
      10,
    ),
  ],
};
