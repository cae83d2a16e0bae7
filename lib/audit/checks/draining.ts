import { expect } from '../failure.ts';
import { expectStatus } from '../http/answers.ts';
import type { Unanswered } from '../http/request.ts';
import { pause, within } from '../processes/time.ts';
import type { Check, Running } from '../types.ts';
import { slowRequest } from './lifecycle.ts';

const SILENCE_SECONDS = 1;
const REFUSALS = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE'];

/** Asks `/readyz` until the process has ended: each time 503 or no connection, and at once. */
async function watchReadyz(web: Running): Promise<number> {
  let asked = 0;
  while (web.child.exit === undefined) {
    const began = performance.now();
    const status = await web.ask('GET /readyz', { timeout: SILENCE_SECONDS }).then(
      (answer) => answer.status,
      (error: Unanswered) => error.code ?? error.message,
    );
    const seconds = (performance.now() - began) / 1000;
    const refused = typeof status === 'string' && REFUSALS.includes(status);
    expect(refused || status === 503, `/readyz while draining: ${status}`);
    expect(seconds < SILENCE_SECONDS, `/readyz while draining: silent for ${seconds} s`);
    asked++;
    await pause(0.1);
  }
  return asked;
}

/** What is answered between the signal and the end. */
export const draining: readonly Check[] = [
  {
    id: 'draining.readyz',
    line: 'while draining /readyz is 503 or refused, never 200, never silence',
    needs: ['rest'],
    run: async (app) => {
      const web = await app.start('web');
      const held = await slowRequest(app, web);
      web.child.signal('SIGTERM');
      await pause(0.2);
      const watched = watchReadyz(web);
      await pause(1.2);
      expectStatus(await held.finish(), 201);
      const asked = await within(10, watched, 'the process goes on after the last request');
      expect(asked > 3, `only ${asked} answers while draining`);
      return `${asked} times asked`;
    },
  },
  {
    id: 'draining.delay',
    line: 'SHUTDOWN_DELAY: seconds still serving after /readyz turned 503',
    run: async (app) => {
      const web = await app.start('web', { SHUTDOWN_DELAY: '2' });
      const began = performance.now();
      web.child.signal('SIGTERM');
      await pause(0.3);
      expectStatus(await web.ask('GET /readyz'), 503);
      expectStatus(await web.ask('GET /healthz'), 200);
      if (app.features.has('rest')) expectStatus(await web.ask('GET /api/todos'), 200);
      await pause(0.9);
      expectStatus(await web.ask('GET /readyz'), 503);
      expectStatus(await web.ask('GET /healthz'), 200);
      const { code } = await within(10, web.child.ended, 'the process goes on after the delay');
      const seconds = (performance.now() - began) / 1000;
      expect(code === 0, `exit ${code}, not 0`);
      expect(seconds >= 1.9 && seconds < 4, `ended after ${seconds.toFixed(1)} s, not 2 s`);
      return `ended after ${seconds.toFixed(1)} s`;
    },
  },
];
