import { combine } from '../../../lib/declare.ts';
import { feature, lines, needs, needsInDevelopment, trees } from '../../../lib/lines.ts';
import type { Declarations, Row, Variable } from '../../../lib/types.ts';
import { djangoAdmin } from '../django.ts';
import { pythonAdmin } from '../existing/python.ts';
import { adminImage } from '../image.ts';
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

const variables: readonly Variable[] = [
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
];

/** AdminJS in a process of its own, behind a login: the web process pays nothing for it. */
const express: Declarations = combine([
  address(
    80,
    '`/admin`',
    'the admin dashboard, behind its login: the process `admin`, on `ADMIN_PORT`',
  ),
  { variables },
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
      ...adminImage,
      ...lines('Procfile#processes', ['admin: node --enable-source-maps dist/admin.js'], 20),
    ],
  },
]);

/** Who may see and change what is kept, behind a login. */
export const admin: Row = {
  name: 'admin',
  title: 'Admin',
  requires: ['database!=none'],
  existing: { python: pythonAdmin },
  stacks: {
    express,
    django: djangoAdmin,
  },
};
