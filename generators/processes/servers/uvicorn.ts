import { needs, trees } from '../../../lib/lines.ts';
import type { Row } from '../../../lib/types.ts';
import { otherServer } from '../existing/other-server.ts';

/** uvicorn: ASGI; views that are not async run in threads, which costs more. */
export const uvicorn: Row = {
  name: 'uvicorn',
  title: 'uvicorn (ASGI)',
  language: 'python',
  existing: { python: otherServer('uvicorn') },
  stacks: {
    django: {
      dependencies: needs('uvicorn'),
      trees: trees('processes/templates/django/servers/uvicorn'),
    },
  },
};
