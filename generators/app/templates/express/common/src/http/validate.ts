import type { z } from 'zod';
import { Problem } from './problem.ts';

/** The value that a schema makes of what a client sent. Throws a Problem 422 that tells each fault. */
export function validate<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Problem(422, {
    detail: 'What was sent is not valid',
    errors: result.error.issues.flatMap(faults),
  });
}

/** The faults of an issue, each with the place where it is: a name that is not known is one. */
function faults(issue: z.core.$ZodIssue) {
  const { path, message } = issue;
  if (issue.code !== 'unrecognized_keys') return [{ pointer: pointer(path), detail: message }];
  return issue.keys.map((key) => ({ pointer: pointer([...path, key]), detail: 'is not known' }));
}

/** A place in a document (RFC 6901). */
function pointer(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'));
  return parts.map((part) => `/${part}`).join('');
}
