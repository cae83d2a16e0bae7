import { deadline } from '../deadline.ts';
import type { ServerFeature } from '../feature.ts';
import { route } from './route.ts';

/** Milliseconds that a resource has to answer the readiness check. */
const patience = 2000;

/** `/healthz`: the process lives. `/readyz`: it takes requests, and what they need answers. */
export const health: ServerFeature = (app, { lifecycle, resources }) => {
  const checked = Object.values(resources);
  let checking: Promise<boolean> | undefined;
  const answers = () =>
    Promise.all(checked.map((resource) => deadline(resource.check?.(), patience))).then(
      () => true,
      () => false,
    );
  route(app, '/healthz', {
    get: (_request, response) => {
      response.json({ status: 'ok' });
    },
  });
  route(app, '/readyz', {
    async get(_request, response) {
      // Probes that come together share one check, so that they don't pile up while one hangs.
      checking ??= answers().finally(() => {
        checking = undefined;
      });
      const ready = !lifecycle.draining && (await checking) && !lifecycle.draining;
      response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'unavailable' });
    },
  });
};
