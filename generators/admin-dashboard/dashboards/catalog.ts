import type { Row } from '../../../lib/types.ts';
import { admin } from './admin.ts';
import { graphiql } from './graphiql.ts';
import { swagger } from './swagger.ts';

/** The order here is the order of the menu. */
export const dashboards: readonly Row[] = [admin, swagger, graphiql];
