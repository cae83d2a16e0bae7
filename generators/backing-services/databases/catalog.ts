import type { Row } from '../../../lib/types.ts';
import { postgresql } from './postgresql.ts';
import { sqlite } from './sqlite.ts';

/** The order here is the order of the menu. */
export const databases: readonly Row[] = [sqlite, postgresql];
