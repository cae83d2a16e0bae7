import type { Row } from '../../../lib/types.ts';
import { prometheus } from './prometheus.ts';

/** The order here is the order of the menu. */
export const monitoring: readonly Row[] = [prometheus];
