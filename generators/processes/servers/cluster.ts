import { combine } from '../../../lib/declare.ts';
import { lines, trees } from '../../../lib/lines.ts';
import type { Row } from '../../../lib/types.ts';
import { serves } from '../serves.ts';

/** Node's cluster: WEB_CONCURRENCY processes behind one port, brought back when they crash. */
export const cluster: Row = {
  name: 'cluster',
  title: 'Node cluster, several processes',
  language: 'node',
  stacks: {
    express: combine([
      serves('cluster'),
      {
        trees: trees('processes/templates/express/servers/cluster'),
        lines: lines('scripts/entries.ts#entries', ["'cluster'"], 10),
      },
    ]),
  },
};
