import cors from 'cors';
import type { Feature } from '../feature.ts';

/** Lets pages of CORS_ORIGINS call the API; without the variable no other origin may. */
export const crossOrigin: Feature = (app, { config }) => {
  if (config.CORS_ORIGINS.length === 0) return;
  const exposedHeaders = ['Location', 'X-Request-Id'];
  app.use(['/api', '/graphql'], cors({ origin: config.CORS_ORIGINS, exposedHeaders, maxAge: 600 }));
};
