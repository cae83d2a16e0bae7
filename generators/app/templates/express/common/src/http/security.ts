import helmet from 'helmet';
import type { ServerFeature } from '../feature.ts';

/** Security headers; a page that needs a wider Content-Security-Policy sets its own. */
export const security: ServerFeature = (app, { config }) => {
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      },
      hsts: config.PUBLIC_URL?.protocol === 'https:' && {
        maxAge: 31_536_000,
        includeSubDomains: false,
      },
    }),
  );
};
