import type { z } from 'zod';
import { Problem } from './problem.ts';

/** The value that a schema makes of what a client sent. Throws a Problem 422 that tells each fault. */
export function validate<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.map(({ path, message }) => ({
    pointer: path.map((part) => `/${String(part)}`).join(''),
    detail: message,
  }));
  throw new Problem(422, { detail: 'What was sent is not valid', errors });
}
