import type { Row } from '../../../lib/types.ts';
import { cluster } from './cluster.ts';
import { granian } from './granian.ts';
import { gunicorn } from './gunicorn.ts';
import { node } from './node.ts';
import { uvicorn } from './uvicorn.ts';

/** The order here is the order of the menu. */
export const servers: readonly Row[] = [node, cluster, gunicorn, granian, uvicorn];
