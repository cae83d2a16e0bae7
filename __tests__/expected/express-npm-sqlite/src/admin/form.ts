import type { Request } from 'express';
import { Problem } from '../http/problem.ts';

/** The text fields of a form whose body was read as it came. */
export async function formFields({ body, headers }: Request): Promise<Record<string, string>> {
  if (!(body instanceof Uint8Array)) return {};
  const { 'content-type': type = '' } = headers;
  const form = await new Response(Uint8Array.from(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => Promise.reject(new Problem(400, { detail: 'The form cannot be read' })));
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') fields[name] = value;
  return fields;
}
