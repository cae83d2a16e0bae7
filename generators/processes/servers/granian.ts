import { needs, trees } from '../../../lib/lines.ts';
import type { Row } from '../../../lib/types.ts';
import { otherServer } from '../existing/other-server.ts';

/** Granian: an HTTP server in Rust before WEB_CONCURRENCY processes. */
export const granian: Row = {
  name: 'granian',
  title: 'Granian (Rust)',
  language: 'python',
  existing: { python: otherServer('granian') },
  stacks: {
    django: {
      dependencies: needs('granian'),
      trees: trees('processes/templates/django/servers/granian'),
    },
  },
};
