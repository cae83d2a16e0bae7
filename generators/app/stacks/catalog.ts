import type { Declarations } from '../../../lib/types.ts';
import { django } from './django.ts';
import { express } from './express.ts';

/** What an app of each stack is made of before any option is chosen. */
export const stacks: Readonly<Record<string, Declarations>> = { express, django };
