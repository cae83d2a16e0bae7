import type { RequestHandler } from 'express';
import * as z from 'zod';
import { Problem } from '../http/problem.ts';

const object = z.record(z.string(), z.unknown());

/** What asks for an operation. */
const Body = z.looseObject({
  query: z.string().min(1),
  operationName: z.string().nullish(),
  variables: object.nullish(),
  extensions: object.nullish(),
});

const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('must be JSON');
  }
});

/** The same as a query string. */
const Query = z.object({
  query: z.string().min(1),
  operationName: z.string().optional(),
  variables: json.pipe(object.nullable()).optional(),
  extensions: json.pipe(object.nullable()).optional(),
});

/** Refuses what asks for nothing (400), before the library looks at it. */
export const checkRequest: RequestHandler = ({ method, query, body }, _response, next) => {
  const result = method === 'POST' ? Body.safeParse(body) : Query.safeParse(query);
  if (result.success) return next();
  const [issue] = result.error.issues;
  const name = issue?.path[0];
  const detail = name === undefined ? 'The body must be an object' : `${String(name)} is not valid`;
  throw new Problem(400, { detail });
};
