import type { Row } from '../../../lib/types.ts';
import { cluster } from './cluster.ts';
import { node } from './node.ts';

/** The order here is the order of the menu. */
export const servers: readonly Row[] = [node, cluster];
