import type { RequestHandler } from 'express';
import type { Feature } from '../feature.ts';
import { files, page, policy, withPolicy } from './pages.ts';

/** The editor makes style elements as it goes, so those are allowed. */
const allow = withPolicy(policy({ 'style-src': "'self' 'unsafe-inline'" }));
const answers = ['application/graphql-response+json', 'application/json', 'text/html'];

/** GraphiQL at `/graphql` for who asks for a page, as a browser does; its files at `/graphiql`. */
export const graphiql: Feature = (app, { config }) => {
  if (!config.DASHBOARDS) return;
  const forPeople: RequestHandler = (request, response, next) => {
    response.vary('Accept');
    next(request.accepts(answers) === 'text/html' ? undefined : 'route');
  };
  app.use('/graphiql', allow, files('graphiql'));
  app.get('/graphql', forPeople, allow, page('graphiql'));
};
