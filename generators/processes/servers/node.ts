import type { Row } from '../../../lib/types.ts';
import { serves } from '../serves.ts';

/** One process of Node: scale out by running more of them. */
export const node: Row = {
  name: 'node',
  title: 'Node, one process',
  language: 'node',
  stacks: { express: serves('web') },
};
