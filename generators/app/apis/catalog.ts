import type { Row } from '../../../lib/types.ts';
import { graphql } from './graphql.ts';
import { rest } from './rest.ts';

/** The order here is the order of the menu. */
export const apis: readonly Row[] = [rest, graphql];
