import type { Row } from '../../../lib/types.ts';
import { stdout } from './stdout.ts';

/** The order here is the order of the menu. */
export const logs: readonly Row[] = [stdout];
