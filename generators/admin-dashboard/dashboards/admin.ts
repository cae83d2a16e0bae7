import { combine } from '../../../lib/declare.ts';
import { feature, lines, needs, needsInDevelopment, trees } from '../../../lib/lines.ts';
import type { Row } from '../../../lib/types.ts';
import { address, assets } from '../pages.ts';

const schema = `admin: z.object({
  ...server,
  /** The port of the admin process, instead of PORT. */
  ADMIN_PORT: integer(0, 65535).optional(),
  /** Who may log in. Required by the admin process. */
  ADMIN_EMAIL: z.email(),
  /** With which password. Required by the admin process. */
  ADMIN_PASSWORD: z.string(),
}),`;

const dependencies = `# What the admin process loads from node_modules; web is a bundle and needs none.
FROM manifests AS dependencies
RUN --mount=type=cache,target=<%= cache %> <%= install-production %>

`;

const stage = `FROM runtime AS admin
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
EXPOSE <%= admin-port %>
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --start-interval=1s \\
  CMD ["node", "--eval", "fetch(\`http://127.0.0.1:\${process.env.ADMIN_PORT || process.env.PORT || <%= port %>}/healthz\`).then(({ ok }) => process.exit(ok ? 0 : 1))"]
CMD ["node", "--enable-source-maps", "dist/admin.js"]

`;

const service = `
# Names what it misses by itself, so that web can be started without it.
admin:
  <<: *process
  profiles: [admin]
  image: <%= name %>-admin
  build: { context: ., target: admin }
  environment:
    <<: *environment
    ADMIN_PORT: <%= admin-port %>
    PUBLIC_URL: \${PUBLIC_URL:-}
    ALLOWED_HOSTS: \${ALLOWED_HOSTS:-}
    TRUSTED_PROXIES: \${TRUSTED_PROXIES:-}
    SECRET_KEY: \${SECRET_KEY:?set SECRET_KEY in .env}
    ADMIN_EMAIL: \${ADMIN_EMAIL:-}
    ADMIN_PASSWORD: \${ADMIN_PASSWORD:-}
    SHUTDOWN_DELAY: \${SHUTDOWN_DELAY:-}
    SHUTDOWN_TIMEOUT: \${SHUTDOWN_TIMEOUT:-}
  ports: ["127.0.0.1:\${ADMIN_PORT:-<%= admin-port %>}:<%= admin-port %>"]
  depends_on:
    release: { condition: service_completed_successfully }
  stop_grace_period: 30s
  restart: unless-stopped`;

const image = `- name: Build admin
  run: docker build --target admin --tag <%= name %>-admin .`;

/** AdminJS in a process of its own, behind a login: the web process pays nothing for it. */
export const admin: Row = {
  name: 'admin',
  title: 'Admin (AdminJS, a process of its own)',
  requires: ['database!=none'],
  ...address(
    80,
    '`/admin`',
    'the admin dashboard, behind its login: the process `admin`, on `ADMIN_PORT`',
  ),
  variables: [
    {
      name: 'ADMIN_PORT',
      about: 'Where the admin process listens.',
      section: 'Admin',
      example: '3001',
      fallback: '`PORT`',
    },
    {
      name: 'ADMIN_EMAIL',
      about: 'Who may log in to the admin dashboard.',
      section: 'Admin',
      example: 'admin@example.com',
      required: 'by the admin process',
    },
    {
      name: 'ADMIN_PASSWORD',
      about: 'The password of ADMIN_EMAIL.',
      section: 'Admin',
      secret: true,
      required: 'by the admin process',
    },
  ],
  stacks: {
    express: combine([
      assets('admin', 'writeAdmin', 50),
      {
        trees: trees('admin-dashboard/templates/express/pages'),
        dependencies: [
          ...needs('adminjs', 'express-session'),
          ...needsInDevelopment('@types/express-session'),
        ],
        commands: [
          {
            name: 'start:admin',
            run: 'node --enable-source-maps dist/admin.js',
            about: 'Run the admin process, as it was built',
          },
        ],
        lines: [
          ...feature(50, 'adminLink', './dashboards/admin-link.ts'),
          ...lines(
            '#views',
            ['- `src/admin/todos.ts`, `test/admin/todos.test.ts`: `src/admin/models.ts`'],
            2,
          ),
          ...lines('#sample', ['- `src/admin/todos.ts`, `test/admin/todos.test.ts`'], 2),
          ...lines('src/config.ts#schemas', [schema]),
          ...lines(
            'src/config.ts#web',
            [
              '/** Where the admin process listens; in development `/admin` leads there. */',
              'ADMIN_PORT: integer(0, 65535).optional(),',
            ],
            10,
          ),
          ...lines('src/database/tables.ts#imports', [
            "import type { AdminAttemptTable, AdminSessionTable } from '../admin/store.ts';",
          ]),
          ...lines('src/database/tables.ts#tables', [
            'admin_attempts: AdminAttemptTable;',
            'admin_sessions: AdminSessionTable;',
          ]),
          ...lines('src/migrations/index.ts#imports', [
            "import * as createAdminStore from './0002-create-admin-store.ts';",
          ]),
          ...lines(
            'src/migrations/index.ts#migrations',
            ["'0002-create-admin-store': createAdminStore"],
            2,
          ),
          ...lines('scripts/entries.ts#entries', ["'admin'"], 20),
          ...lines('scripts/entries.ts#processes', ["'admin'"], 20),
          ...lines('scripts/entries.ts#externals', ["'adminjs'"]),
          ...lines('Dockerfile#dependencies', [dependencies]),
          ...lines('Dockerfile#stages', [stage]),
          ...lines('compose.yaml#services', [service]),
          ...lines('.github/workflows/ci.yml#images', [image]),
          ...lines('Procfile#processes', ['admin: node --enable-source-maps dist/admin.js'], 20),
        ],
      },
    ]),
  },
};
