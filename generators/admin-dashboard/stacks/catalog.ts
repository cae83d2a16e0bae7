import type { Declarations } from '../../../lib/types.ts';
import { django } from './django.ts';
import { express } from './express.ts';

/** What the concern brings to each stack, whatever is chosen. */
export const stacks: Readonly<Record<string, Declarations>> = { express, django };
