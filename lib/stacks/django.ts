import { python } from '../languages/python.ts';
import { pythonManagers } from '../managers/catalog.ts';
import type { Stack } from '../types.ts';

/** Django 6; on Python 3.11 the release before it, which has long-term support. */
export const django: Stack = {
  name: 'django',
  title: 'Python, Django',
  language: python,
  detect: 'django',
  port: 8000,
  runtime: '3.13',
  runtimes: ['3.11', '3.12', '3.13', '3.14'],
  managers: pythonManagers,
  // It stops soonest, and costs the least a request.
  defaults: { server: 'granian' },
  skeletons: {
    'pyproject.toml': 'app/templates/django/pyproject.toml',
    Makefile: 'processes/templates/django/Makefile',
  },
};
