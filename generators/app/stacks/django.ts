import { apps, middleware } from '../../../lib/django.ts';
import { lines, needs, needsInDevelopment } from '../../../lib/lines.ts';
import type { Declarations } from '../../../lib/types.ts';

/** What a Django app is made of. */
export const django: Declarations = {
  dependencies: [
    ...needs('django-cors-headers', 'whitenoise'),
    ...needsInDevelopment('django-stubs', 'pytest', 'pytest-django'),
  ],
  lines: [
    ...lines('pyproject.toml#untyped', ['"whitenoise.*"']),
    ...apps(10, 'config.apps.ConfigConfig'),
    ...apps(20, 'django.contrib.staticfiles', 'corsheaders'),
    ...apps(90, 'todos'),
    ...middleware(10, 'config.http.request_id.RequestIdMiddleware'),
    ...middleware(40, 'config.http.problems.ProblemMiddleware'),
    ...middleware(
      48,
      'config.http.hosts.HostsMiddleware',
      'django.middleware.security.SecurityMiddleware',
      'django.middleware.clickjacking.XFrameOptionsMiddleware',
      'django.middleware.common.CommonMiddleware',
      'whitenoise.middleware.WhiteNoiseMiddleware',
    ),
    ...middleware(
      70,
      'corsheaders.middleware.CorsMiddleware',
      'config.http.bearer.BearerMiddleware',
    ),
    ...middleware(85, 'django.middleware.csrf.CsrfViewMiddleware'),
  ],
};
