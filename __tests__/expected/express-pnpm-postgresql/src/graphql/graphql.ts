import type { RequestHandler } from 'express';
import type { Feature } from '../feature.ts';
import { jsonBody } from '../http/body.ts';
import { route } from '../http/route.ts';
import { checkRequest } from './request.ts';

/** `/graphql`, over the same services as REST; its libraries load at the first request. */
export const graphql: Feature = (app, context) => {
  let loading: Promise<RequestHandler> | undefined;
  const answer: RequestHandler = async (request, response, next) => {
    loading ??= import('./handler.ts').then(({ createHandler }) => createHandler(context));
    const handle = await loading;
    return handle(request, response, next);
  };
  route(app, '/graphql', {
    get: [checkRequest, answer],
    post: [jsonBody, checkRequest, answer],
  });
};
