import type { RequestHandler } from 'express';
import { createYoga } from 'graphql-yoga';
import type { Context } from '../feature.ts';
import { toClient } from './errors.ts';
import { logFailures } from './failures.ts';
import { limitDocuments } from './limits.ts';
import { createGraphqlSchema } from './schema.ts';

/** Answers GraphQL over HTTP. */
export function createHandler({ log, resources }: Context): RequestHandler {
  const yoga = createYoga({
    schema: createGraphqlSchema(resources),
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    logging: false,
    cors: false,
    multipart: false,
    // A cache of documents would grow with what clients send.
    parserAndValidationCache: false,
    maskedErrors: { maskError: (error) => toClient(error, resources) },
    plugins: [limitDocuments(), logFailures(log)],
  });
  return async (request, response) => {
    await yoga(request, response);
  };
}
