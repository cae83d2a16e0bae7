import type { ErrorRequestHandler } from 'express';
import type { ServerFeature } from '../feature.ts';
import type { Resources } from '../resources.ts';
import { Problem, sendProblem } from './problem.ts';

/** Answers whatever was thrown as a problem; what is not meant for clients only goes to the log. */
export const errors: ServerFeature = (app, { log, resources }) => {
  const answer: ErrorRequestHandler = (error, request, response, _next) => {
    const problem = toProblem(error, resources);
    if (problem.status >= 500) log.error({ requestId: request.id, err: error }, 'request failed');
    if (response.headersSent) response.destroy();
    else sendProblem(request, response, problem);
  };
  app.use(answer);
};

/** The problem that an error is to clients. */
export function toProblem(error: unknown, resources: Resources): Problem {
  if (error instanceof Problem) return error;
  // A malformed %-sequence names no resource.
  if (error instanceof URIError) return new Problem(404);
  if (Object.values(resources).some((resource) => resource.isAway?.(error))) {
    return new Problem(503, { detail: 'Try again later' }, { 'Retry-After': '5' });
  }
  return new Problem(clientFault(error) ?? 500);
}

/** The status that Express's body parser gives to a body that it can't read. */
function clientFault(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
