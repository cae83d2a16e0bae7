import { expect } from '../failure.ts';
import { expectStatus } from '../http/answers.ts';
import { type Held, hold } from '../http/held.ts';
import { within } from '../processes/time.ts';
import type { Check, Environment, Running, Subject } from '../types.ts';

/** A request that is under way: half of its body is sent. */
export function slowRequest(app: Subject, web: Running): Promise<Held> {
  const body = { title: 'Sent in two halves' };
  return hold(web, 'POST /api/todos', { body, token: app.secrets.token });
}

async function idleStop(app: Subject, signal: NodeJS.Signals, kind: 'web' | 'admin') {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && best >= 1; tries++) {
    const running = await app.start(kind);
    const began = performance.now();
    const { code, signal: by } = await running.stop(signal);
    best = Math.min(best, (performance.now() - began) / 1000);
    expect(code === 0, `exit ${code ?? by}, not 0`);
  }
  expect(best < 1, `the best of three stops took ${best.toFixed(2)} s`);
  return `${best.toFixed(2)} s`;
}

async function finishesUnderWay(app: Subject, signal: NodeJS.Signals, changes: Environment = {}) {
  const web = await app.start('web', changes);
  const held = [await slowRequest(app, web), await slowRequest(app, web)];
  const began = performance.now();
  web.child.signal(signal);
  await within(0.8, web.child.ended, '').catch(() => undefined);
  expect(web.child.exit === undefined, 'the process ended with requests under way');
  for (const request of held) {
    expectStatus(await request.finish(), 201);
  }
  const { code } = await within(10, web.child.ended, 'the process goes on after the last request');
  expect(code === 0, `exit ${code}, not 0`);
  return `ended after ${((performance.now() - began) / 1000).toFixed(1)} s`;
}

/** The end of a process. */
export const lifecycle: readonly Check[] = [
  {
    id: 'lifecycle.idle-stop',
    line: 'SIGTERM: exit 0; idle, in under 1 s (best of three)',
    run: (app) => idleStop(app, 'SIGTERM', 'web'),
  },
  {
    id: 'lifecycle.idle-interrupt',
    line: 'SIGINT alike (idle, best of three)',
    run: (app) => idleStop(app, 'SIGINT', 'web'),
  },
  {
    id: 'lifecycle.idle-admin',
    line: 'the admin process stops alike',
    needs: ['admin', 'admin-process'],
    run: (app) => idleStop(app, 'SIGTERM', 'admin'),
  },
  {
    id: 'lifecycle.under-way',
    line: 'SIGTERM: requests under way finish, exit 0',
    needs: ['rest'],
    run: (app) => finishesUnderWay(app, 'SIGTERM'),
  },
  {
    id: 'lifecycle.under-way-interrupt',
    line: 'SIGINT alike: requests under way finish, exit 0',
    needs: ['rest'],
    run: (app) => finishesUnderWay(app, 'SIGINT'),
  },
  {
    id: 'lifecycle.timeout',
    line: 'SHUTDOWN_TIMEOUT: the longest wait; after it exit 1 and a line with how many were cut',
    needs: ['rest'],
    run: async (app) => {
      const web = await app.start('web', { SHUTDOWN_TIMEOUT: '1', WEB_CONCURRENCY: '1' });
      const held = [];
      for (let at = 0; at < 3; at++) held.push(await slowRequest(app, web));
      const written = web.child.stdout.length;
      const began = performance.now();
      const { code } = await web.stop();
      const seconds = (performance.now() - began) / 1000;
      for (const request of held) request.drop();
      expect(code === 1, `exit ${code}, not 1`);
      expect(seconds > 0.8 && seconds < 4, `ended after ${seconds.toFixed(1)} s, not 1 s`);
      const output = web.child.stdout.slice(written) + web.child.stderr;
      const told = output.split('\n').filter((line) => tellsCount(line, 3));
      expect(told.length > 0, `no line tells of 3 requests: ${output.slice(-300)}`);
      return undefined;
    },
  },
];

/** Whether a line of the log tells that number, outside the fields that every line has. */
function tellsCount(line: string, count: number): boolean {
  const own = line.replace(/"(time|pid|level|hostname)":("[^"]*"|[\d.]+),?/g, '');
  return new RegExp(`(?<![\\w.-])${count}(?![\\w.-])`).test(own);
}
