import { inProduction } from '../environments.ts';
import { expectStatus, header } from '../http/answers.ts';
import type { Check } from '../types.ts';

/** Health addresses of a web process that is well. */
export const health: readonly Check[] = [
  {
    id: 'health.healthz',
    line: 'GET /healthz: 200 as long as the process lives, without a token',
    run: async (app) => {
      const web = await inProduction(app);
      expectStatus(await web.ask('GET /healthz', { token: null }), 200);
      return undefined;
    },
  },
  {
    id: 'health.readyz',
    line: 'GET /readyz: 200 when the backing services that requests need answer',
    run: async (app) => {
      const web = await inProduction(app);
      const answer = await web.ask('GET /readyz', { token: null });
      expectStatus(answer, 200);
      return header(answer, 'set-cookie') === '' ? undefined : 'sets a cookie';
    },
  },
];
