import type { Language } from '../types.ts';
import { node } from './node.ts';
import { python } from './python.ts';

/** The languages whose apps can be audited, in the order in which they are looked for. */
export const languages: readonly Language[] = [node, python];
