import helmet from 'helmet';
import type { ServerFeature } from '../feature.ts';

/** Headers that only browsers of the past understand. */
const obsolete = {
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
};

/** Security headers; a page that needs a wider Content-Security-Policy sets its own. */
export const security: ServerFeature = (app, { config }) => {
  app.use(
    helmet({
      ...obsolete,
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      },
      xFrameOptions: { action: 'deny' },
      strictTransportSecurity: config.PUBLIC_URL?.protocol === 'https:' && {
        maxAge: 31_536_000,
        includeSubDomains: false,
      },
    }),
  );
};
