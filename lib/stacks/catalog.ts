import { ImagineError } from '../errors.ts';
import type { Stack } from '../types.ts';
import { django } from './django.ts';
import { express } from './express.ts';

/** The order here is the order of the menu. */
export const stacks: readonly Stack[] = [express, django];

/** The stack of a name. */
export function stackOf(name: string): Stack {
  const found = stacks.find((stack) => stack.name === name);
  if (found) return found;
  throw new ImagineError(
    `--stack can't be ${name}; it can be ${stacks.map((s) => s.name).join(', ')}`,
  );
}
