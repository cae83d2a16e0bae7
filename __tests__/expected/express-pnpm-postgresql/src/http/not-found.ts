import type { ServerFeature } from '../feature.ts';
import { Problem } from './problem.ts';

/** An address that no feature answered. */
export const notFound: ServerFeature = (app) => {
  app.use(() => {
    throw new Problem(404);
  });
};
