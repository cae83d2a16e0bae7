import { GraphQLError, type GraphQLErrorExtensions, locatedError } from 'graphql';
import * as z from 'zod';
import type { Resource } from '../resource.ts';

/** The error of an id that names nothing. */
export function notFound(what: string): GraphQLError {
  return new GraphQLError(`There is no such ${what}.`, { extensions: { code: 'NOT_FOUND' } });
}

/** What clients see of an error; the text of an unforeseen one stays in the log. */
export function toClient(error: unknown, resources: Record<string, Resource>): GraphQLError {
  if (!(error instanceof GraphQLError)) return explain(error, resources);
  const { originalError, nodes, path } = error;
  if (!originalError || originalError instanceof GraphQLError) return error;
  return locatedError(explain(originalError, resources), nodes, path);
}

function explain(cause: unknown, resources: Record<string, Resource>): GraphQLError {
  const originalError = cause instanceof Error ? cause : new Error(String(cause));
  const made = (message: string, extensions: GraphQLErrorExtensions) =>
    new GraphQLError(message, { originalError, extensions });
  if (cause instanceof z.ZodError) {
    const issues = cause.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    return made('The input is not valid.', { code: 'BAD_USER_INPUT', issues });
  }
  if (Object.values(resources).some(({ isAway }) => isAway?.(cause))) {
    const extensions = { code: 'SERVICE_UNAVAILABLE', http: { status: 503 } };
    return made('A service that this needs does not answer.', extensions);
  }
  return made('Something went wrong.', { code: 'INTERNAL_SERVER_ERROR' });
}
