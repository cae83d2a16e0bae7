import { gateTo } from '../databases/gate.ts';
import { outageOf } from '../databases/outage.ts';
import { expect } from '../failure.ts';
import { expectProblem, expectStatus } from '../http/answers.ts';
import { until } from '../processes/time.ts';
import { createTodo } from '../todos.ts';
import type { Check, Running, Subject } from '../types.ts';

/** The process answers while its database is away: health, and 503 for what needs the database. */
async function expectAway(app: Subject, web: Running): Promise<void> {
  const away = async () => (await web.ask('GET /readyz')).status === 503;
  await until(away, 6, () => '/readyz does not turn 503');
  expectStatus(await web.ask('GET /healthz'), 200);
  if (!app.features.has('rest')) return;
  expectProblem(await web.ask('GET /api/todos'), 503);
  expectProblem(await web.ask('POST /api/todos', { body: { title: 'Nowhere to go' } }), 503);
}

async function expectBack(app: Subject, web: Running): Promise<string> {
  const began = performance.now();
  const back = async () => (await web.ask('GET /readyz')).status === 200;
  await until(back, 20, () => '/readyz does not come back');
  if (app.features.has('rest')) await createTodo(web, 'Back again');
  expect(web.child.exit === undefined, 'the process ended');
  return `back after ${((performance.now() - began) / 1000).toFixed(1)} s`;
}

/** A process that need not become ready, only alive. */
async function startAlive(app: Subject, DATABASE_URL: string): Promise<Running> {
  return app.start('web', { DATABASE_URL }, '/healthz');
}

/** The database goes away and comes back. */
export const databaseAway: readonly Check[] = [
  {
    id: 'database-away.boot',
    line: 'boots while the database is away: /healthz 200, /readyz 503, API 503 problem+json',
    run: async (app) => {
      const outage = await outageOf(app);
      await outage.begin();
      try {
        await expectAway(app, await startAlive(app, outage.address));
      } finally {
        await outage.end();
      }
      return undefined;
    },
  },
  {
    id: 'database-away.returns',
    line: 'a database that comes back is used by itself',
    run: async (app) => {
      const outage = await outageOf(app);
      await outage.begin();
      let web: Running;
      try {
        web = await startAlive(app, outage.address);
        await expectAway(app, web);
      } finally {
        await outage.end();
      }
      return expectBack(app, web);
    },
  },
  {
    id: 'database-away.lost',
    line: 'a database that goes away under a running app: 503, and back by itself',
    needs: ['network-database'],
    run: async (app) => {
      const outage = await outageOf(app);
      const web = await app.start('web', { DATABASE_URL: outage.address });
      if (app.features.has('rest')) await createTodo(web, 'Before the outage');
      await outage.begin();
      try {
        await expectAway(app, web);
      } finally {
        await outage.end();
      }
      return expectBack(app, web);
    },
  },
  {
    id: 'database-away.silent',
    line: 'a database that takes connections and never answers: /readyz 503 within 5 s, and back',
    needs: ['network-database'],
    run: async (app) => {
      const gate = await gateTo(await app.migrated());
      const web = await app.start('web', { DATABASE_URL: gate.address });
      expectStatus(await web.ask('GET /readyz'), 200);
      gate.hush();
      const asked = await web.ask('GET /readyz', { timeout: 5 });
      expectStatus(asked, 503);
      expectStatus(await web.ask('GET /healthz'), 200);
      if (app.features.has('rest')) {
        expectProblem(await web.ask('GET /api/todos', { timeout: 15 }), 503);
      }
      await gate.open();
      return expectBack(app, web);
    },
  },
  {
    id: 'database-away.stop',
    line: 'SIGTERM ends a process whose database is away: exit 0',
    run: async (app) => {
      const outage = await outageOf(app);
      await outage.begin();
      try {
        const web = await startAlive(app, outage.address);
        const { code, signal } = await web.stop();
        expect(code === 0, `exit ${code ?? signal}, not 0`);
      } finally {
        await outage.end();
      }
      return undefined;
    },
  },
];
