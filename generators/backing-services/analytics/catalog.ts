import type { Row } from '../../../lib/types.ts';

/** The order here is the order of the menu; no provider has a row yet. */
export const analytics: readonly Row[] = [];
