import type { Request } from 'express';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from '../logger.ts';

/** Logs the errors that clients cannot mend, each with its cause and the id of its request. */
export function logFailures(log: Logger): Plugin<object, { req: Request }> {
  return {
    onExecutionResult({ result, context }) {
      const errors = result && 'errors' in result ? (result.errors ?? []) : [];
      for (const error of errors) {
        if (!isFailure(error)) continue;
        log.error({ requestId: context.req.id, err: causeOf(error) }, 'graphql failed');
      }
    },
  };
}

function isFailure({ extensions: { code } }: GraphQLError): boolean {
  return code === 'INTERNAL_SERVER_ERROR' || code === 'SERVICE_UNAVAILABLE';
}

function causeOf(error: GraphQLError): Error {
  const { originalError } = error;
  if (!originalError) return error;
  return originalError instanceof GraphQLError ? causeOf(originalError) : originalError;
}
