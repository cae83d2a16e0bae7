import cors, { type CorsOptions } from 'cors';
import type { Feature } from '../feature.ts';

/** What those pages may send and see; for ten minutes a browser need not ask again. */
const leave: CorsOptions = {
  methods: ['GET', 'POST', 'PATCH', 'DELETE'],
  allowedHeaders: ['Authorization', 'Content-Type', 'X-Request-Id'],
  exposedHeaders: ['Location', 'X-Request-Id'],
  maxAge: 600,
};

/** Lets pages of CORS_ORIGINS call the API; without the variable no other origin may. */
export const crossOrigin: Feature = (app, { config }) => {
  if (config.CORS_ORIGINS.length === 0) return;
  app.use(['/api', '/graphql'], cors({ ...leave, origin: config.CORS_ORIGINS }));
};
