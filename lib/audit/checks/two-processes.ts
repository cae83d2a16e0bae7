import { inProduction } from '../environments.ts';
import { expect } from '../failure.ts';
import { expectProblem, expectStatus } from '../http/answers.ts';
import { createTodo, listTodos } from '../todos.ts';
import type { Check, Subject } from '../types.ts';

const needs = ['rest'] as const;

/** A second environment: the same artefact with other keys (and, where it can be, other data). */
async function staging(app: Subject) {
  const DATABASE_URL = await app.migrated('staging');
  const keys = { API_TOKENS: 'staging-only-token', SECRET_KEY: app.secrets.otherKey };
  return app.shared('web', { ...keys, DATABASE_URL });
}

/** The app is stateless. */
export const twoProcesses: readonly Check[] = [
  {
    id: 'two-processes.as-one',
    line: 'two processes side by side act as one',
    needs,
    run: async (app) => {
      const [one, two] = [await inProduction(app), await app.start('web')];
      const { id } = await createTodo(one, 'Seen by both');
      expectStatus(await two.ask(`GET /api/todos/${id}`), 200);
      expectStatus(await two.ask(`PATCH /api/todos/${id}`, { body: { done: true } }), 200);
      const { text } = await one.ask(`GET /api/todos/${id}`);
      expect(text.includes('"done":true'), `one process does not see the other's change: ${text}`);
      expectStatus(await one.ask(`DELETE /api/todos/${id}`), 204);
      expectProblem(await two.ask(`GET /api/todos/${id}`), 404);
      return undefined;
    },
  },
  {
    id: 'two-processes.together',
    line: 'two processes write at the same time, and nothing is lost',
    needs,
    run: async (app) => {
      const webs = [await inProduction(app), await app.start('web')];
      const before = (await listTodos(await inProduction(app))).total;
      const creates = webs.flatMap((web) =>
        Array.from({ length: 10 }, (_item, at) => createTodo(web, `At once ${at}`)),
      );
      const made = new Set((await Promise.all(creates)).map(({ id }) => id));
      const after = (await listTodos(await inProduction(app))).total;
      expect(made.size === 20 && after === before + 20, `${after - before} of 20 are there`);
      return undefined;
    },
  },
  {
    id: 'environments.tokens',
    line: 'one artefact, two environments: a token of one is worth nothing in the other',
    needs,
    run: async (app) => {
      const [production, other] = [await inProduction(app), await staging(app)];
      const token = 'staging-only-token';
      expectStatus(await other.ask('GET /api/todos', { token }), 200);
      expectProblem(await production.ask('GET /api/todos', { token }), 401);
      expectProblem(await other.ask('GET /api/todos', { token: app.secrets.token }), 401);
      return undefined;
    },
  },
  {
    id: 'environments.data',
    line: 'one artefact, two environments: each has the data of its own DATABASE_URL',
    needs: ['rest', 'scratch-databases'],
    run: async (app) => {
      const [production, other] = [await inProduction(app), await staging(app)];
      const { id } = await createTodo(production, 'Production only');
      const answer = await other.ask(`GET /api/todos/${id}`, { token: 'staging-only-token' });
      expectProblem(answer, 404);
      return undefined;
    },
  },
];
