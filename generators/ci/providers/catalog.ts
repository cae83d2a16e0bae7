import type { Row } from '../../../lib/types.ts';
import { github } from './github.ts';

/** The order here is the order of the menu. */
export const providers: readonly Row[] = [github];
