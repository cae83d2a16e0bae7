import { STATUS_CODES } from 'node:http';
import * as z from 'zod';
import type { ZodOpenApiResponsesObject } from 'zod-openapi';

/** What an error answers (RFC 9457). */
const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    requestId: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'An error (RFC 9457)' });

const headers: Record<number, z.ZodObject> = {
  401: z.object({ 'WWW-Authenticate': z.literal('Bearer') }),
  503: z.object({ 'Retry-After': z.string() }),
};

/** A body of JSON that fits the schema. */
export const json = (schema: z.ZodType) => ({ 'application/json': { schema } });

/** Problem documents by status, those that every operation of the API can answer among them. */
export function problems(...statuses: number[]): ZodOpenApiResponsesObject {
  const content = { 'application/problem+json': { schema: Problem } };
  const answer = (status: number) => ({
    description: STATUS_CODES[status] ?? 'Error',
    content,
    ...(headers[status] && { headers: headers[status] }),
  });
  const all = [...statuses, 401, 503].sort();
  return {
    ...Object.fromEntries(all.map((status) => [status, answer(status)])),
    default: { description: 'Any other error', content },
  };
}
