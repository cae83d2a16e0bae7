import { development, inProduction } from '../environments.ts';
import { expect } from '../failure.ts';
import { expectStatus, header } from '../http/answers.ts';
import type { Answer } from '../http/request.ts';
import type { Check } from '../types.ts';

const LINE = 'GET /metrics';

function expectExposition(answer: Answer): void {
  expectStatus(answer, 200);
  const type = header(answer, 'content-type');
  expect(/^text\/plain|^application\/openmetrics-text/.test(type), `${LINE}: ${type}`);
  const samples = /^# TYPE \w+ (counter|gauge|histogram|summary)$/m.test(answer.text);
  expect(samples, `${LINE}: no Prometheus text`);
}

/** The metrics, where they are chosen. */
export const metrics: readonly Check[] = [
  {
    id: 'metrics.closed',
    line: 'GET /metrics: in production 404 without METRICS_TOKEN',
    needs: ['metrics'],
    run: async (app) => {
      const web = await inProduction(app);
      for (const token of [null, app.secrets.token, app.secrets.metrics, 'undefined']) {
        expectStatus(await web.ask(LINE, { token }), 404);
      }
      return undefined;
    },
  },
  {
    id: 'metrics.token',
    line: 'GET /metrics: in production only with Authorization: Bearer $METRICS_TOKEN',
    needs: ['metrics'],
    run: async (app) => {
      const web = await app.start('web', { METRICS_TOKEN: app.secrets.metrics });
      await web.ask('GET /api/todos');
      for (const token of [null, app.secrets.token, 'wrong', `${app.secrets.metrics}x`]) {
        expectStatus(await web.ask(LINE, { token }), 401, 403, 404);
      }
      expectExposition(await web.ask(LINE, { token: app.secrets.metrics }));
      return undefined;
    },
  },
  {
    id: 'metrics.development',
    line: 'GET /metrics: Prometheus text, open in development',
    needs: ['metrics'],
    run: async (app) => {
      const web = await app.start('web', development(app));
      await web.ask('GET /api/todos');
      const answer = await web.ask(LINE, { token: null });
      expectExposition(answer);
      const ids = /\/[0-9a-f]{8}-[0-9a-f]{4}-/.test(answer.text);
      expect(!ids, 'a label holds an id: one series for each todo');
      return undefined;
    },
  },
];
