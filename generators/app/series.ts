import { middleware } from '../../lib/django.ts';
import { lines, needs, trees } from '../../lib/lines.ts';
import type { Declarations, Project } from '../../lib/types.ts';

const newest: Declarations = {
  dependencies: needs('django'),
  trees: trees('app/templates/django/series/newest'),
  lines: [
    ...middleware(48.015, 'django.middleware.csp.ContentSecurityPolicyMiddleware'),
    ...lines('config/settings.py#policy', ['from config.csp import SECURE_CSP']),
  ],
};

const longTerm: Declarations = {
  dependencies: [
    { name: 'django', within: '>=5.2,<5.3', because: 'Django 6 needs Python 3.12' },
    ...needs('django-csp'),
  ],
  trees: trees('app/templates/django/series/lts'),
  lines: [
    ...middleware(48.015, 'csp.middleware.CSPMiddleware'),
    ...lines('pyproject.toml#untyped', ['"csp.*"']),
    ...lines('config/settings.py#policy', ['from config.csp import CONTENT_SECURITY_POLICY']),
  ],
};

/** The release of a framework that an app is made of, by runtime. */
export const series: Readonly<Record<string, Readonly<Record<string, Declarations>>>> = {
  django: { '3.11': longTerm, '3.12': newest, '3.13': newest, '3.14': newest },
};

/** What an app is made of because of the release that its runtime can have. */
export const seriesOf = ({ stack: { name, runtime } }: Project): Declarations =>
  series[name]?.[runtime] ?? {};
