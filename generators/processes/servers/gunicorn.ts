import { needs, needsInDevelopment, trees } from '../../../lib/lines.ts';
import type { Row } from '../../../lib/types.ts';
import { otherServer } from '../existing/other-server.ts';

/** gunicorn: a parent, and threads in WEB_CONCURRENCY processes. */
export const gunicorn: Row = {
  name: 'gunicorn',
  title: 'gunicorn, threads',
  language: 'python',
  existing: { python: otherServer('gunicorn') },
  stacks: {
    django: {
      dependencies: [...needs('gunicorn'), ...needsInDevelopment('types-gunicorn')],
      trees: trees('processes/templates/django/servers/gunicorn'),
    },
  },
};
