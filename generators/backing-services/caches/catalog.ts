import type { Row } from '../../../lib/types.ts';
import { redis } from './redis.ts';

/** The order here is the order of the menu. */
export const caches: readonly Row[] = [redis];
