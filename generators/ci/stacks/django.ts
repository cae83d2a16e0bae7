import type { Declarations } from '../../../lib/types.ts';

/** To come. */
export const django: Declarations = {};
