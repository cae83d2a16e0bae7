import { combine } from '../../lib/declare.ts';
import { apps, middleware, route, settings, variable } from '../../lib/django.ts';
import { lines, needs, trees } from '../../lib/lines.ts';
import type { Declarations, Line } from '../../lib/types.ts';
import { address } from './pages.ts';

const routes: readonly Line[] = [
  ...route(50, 'admin', 'redirect', 'config.dashboards.admin', 'pages, redirect'),
  ...route(51, 'admin/', 'pages', 'config.dashboards.admin', 'pages, redirect'),
];

const variables: readonly Line[] = variable(
  40,
  'Who may log in to the admin: `release` makes that user once.',
  [
    'ADMIN_EMAIL: str = env.str("ADMIN_EMAIL", validate=validate.Email(), **required_by("release"))',
    'ADMIN_PASSWORD: str = env.str("ADMIN_PASSWORD", **required_by("release"))',
  ].join('\n'),
);

/** Django's own admin, in the web process. */
export const djangoAdmin: Declarations = combine([
  address(
    80,
    '`/admin`',
    'the admin dashboard, behind its login; `createsuperuser` adds a user, `axes_reset` lets one try again',
  ),
  {
    dependencies: needs('django-axes'),
    trees: trees('admin-dashboard/templates/django/admin'),
    variables: [
      {
        name: 'ADMIN_EMAIL',
        about: 'Who may log in to the admin dashboard; `release` makes that user once.',
        section: 'Admin',
        example: 'admin@example.com',
        required: 'by release',
      },
      {
        name: 'ADMIN_PASSWORD',
        about: 'The first password of ADMIN_EMAIL.',
        section: 'Admin',
        secret: true,
        required: 'by release',
      },
    ],
    lines: [
      ...apps(
        40,
        ...['admin', 'auth', 'contenttypes', 'sessions', 'messages'].map(
          (name) => `django.contrib.${name}`,
        ),
      ),
      ...apps(45, 'axes'),
      ...middleware(84, 'django.contrib.sessions.middleware.SessionMiddleware'),
      ...middleware(
        86,
        'django.contrib.auth.middleware.AuthenticationMiddleware',
        'django.contrib.messages.middleware.MessageMiddleware',
      ),
      ...middleware(88, 'axes.middleware.AxesMiddleware'),
      ...settings(
        'config.throttle',
        'AUTHENTICATION_BACKENDS',
        'AXES_CLIENT_IP_CALLABLE',
        'AXES_COOLOFF_TIME',
        'AXES_DISABLE_ACCESS_LOG',
        'AXES_FAILURE_LIMIT',
        'AXES_LOCKOUT_CALLABLE',
        'AXES_LOCKOUT_PARAMETERS',
        'AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT',
        'AXES_RESET_ON_SUCCESS',
        'AXES_VERBOSE',
      ),
      ...lines('pyproject.toml#untyped', ['"axes.*"']),
      ...lines('config/settings.py#context', [
        '"django.contrib.auth.context_processors.auth",',
        '"django.contrib.messages.context_processors.messages",',
      ]),
      ...lines('config/management/commands/release.py#imports', [
        'from config.admin import ensure_admin',
      ]),
      ...lines('config/management/commands/release.py#steps', [
        'ensure_admin()',
        'call_command("clearsessions")',
      ]),
      ...settings('config.dashboards.settings', 'AUTH_PASSWORD_VALIDATORS', 'SESSION_COOKIE_AGE'),
      ...lines('compose.yaml#release-environment', [
        `ADMIN_EMAIL: \${ADMIN_EMAIL:?set ADMIN_EMAIL in .env}`,
        `ADMIN_PASSWORD: \${ADMIN_PASSWORD:?set ADMIN_PASSWORD in .env}`,
      ]),
      ...lines(
        'tests/settings.py#own',
        ['"ADMIN_EMAIL": "admin@example.com",', '"ADMIN_PASSWORD": "only-the-tests-know",'],
        10,
      ),
      ...routes,
      ...variables,
    ],
  },
]);
