import type { Feature } from '../feature.ts';

/** In development `/admin` leads to the admin process, which has a port of its own. */
export const adminLink: Feature = (app, { config }) => {
  const { NODE_ENV, ADMIN_PORT } = config;
  if (NODE_ENV !== 'development' || ADMIN_PORT === undefined) return;
  app.get(['/admin', '/admin/*path'], (request, response) => {
    response.redirect(`http://${request.hostname}:${ADMIN_PORT}${request.originalUrl}`);
  });
};
