import { inProduction } from '../environments.ts';
import { expect } from '../failure.ts';
import { expectProblem, expectStatus } from '../http/answers.ts';
import { pour } from '../http/held.ts';
import type { Ask } from '../http/request.ts';
import { createTodo, UNKNOWN_ID } from '../todos.ts';
import type { Check, Subject } from '../types.ts';
import {
  BAD_BODIES,
  BAD_CHANGES,
  BAD_IDS,
  BAD_QUERIES,
  BROKEN_BODIES,
  NASTY_BODIES,
} from './bad-requests.ts';

const POST = 'POST /api/todos';

/** Requests to make a todo, of each body. */
const making = (bodies: readonly unknown[]): [string, Ask][] =>
  bodies.map((body) => [POST, { body }]);

/** Asks each line, and expects a problem of that status from each. */
export async function refuse(app: Subject, status: number, asks: readonly [string, Ask][]) {
  const web = await inProduction(app);
  for (const [line, ask] of asks) {
    const answer = await web.ask(line, ask);
    const sent = typeof ask.body === 'string' ? ask.body : JSON.stringify(ask.body ?? '');
    expectProblem({ ...answer, asked: `${line} ${sent.slice(0, 60)}`.trim() }, status);
  }
  return undefined;
}

/** What is refused, and how: problem+json (RFC 9457). */
export const problems: readonly Check[] = [
  {
    id: 'problems.broken-json',
    line: 'broken JSON: 400 problem+json',
    needs: ['rest'],
    run: (app) => refuse(app, 400, making(BROKEN_BODIES)),
  },
  {
    id: 'problems.invalid-body',
    line: 'invalid body: 422 problem+json, with strict types',
    needs: ['rest'],
    run: (app) => refuse(app, 422, making(BAD_BODIES)),
  },
  {
    id: 'problems.invalid-change',
    line: 'PATCH with an invalid body: 422 problem+json, and nothing changes',
    needs: ['rest'],
    run: async (app) => {
      const web = await inProduction(app);
      const made = await createTodo(web, 'Stays');
      const line = `PATCH /api/todos/${made.id}`;
      await refuse(
        app,
        422,
        BAD_CHANGES.map((body) => [line, { body }]),
      );
      const { text } = await web.ask(`GET /api/todos/${made.id}`);
      expect(text.includes('Stays'), 'a refused change was made');
      return undefined;
    },
  },
  {
    id: 'problems.invalid-query',
    line: '?limit= 1–100, &offset= from 0: others are 422 problem+json',
    needs: ['rest'],
    run: (app) =>
      refuse(
        app,
        422,
        BAD_QUERIES.map((query) => [`GET /api/todos?${query}`, {}]),
      ),
  },
  {
    id: 'problems.unknown-id',
    line: 'unknown or malformed id: 404 problem+json',
    needs: ['rest'],
    run: async (app) => {
      for (const method of ['GET', 'DELETE']) {
        await refuse(
          app,
          404,
          BAD_IDS.map((id) => [`${method} /api/todos/${id}`, {}]),
        );
      }
      return refuse(app, 404, [[`PATCH /api/todos/${UNKNOWN_ID}`, { body: { done: true } }]]);
    },
  },
  {
    id: 'problems.too-large',
    line: 'too large: 413 problem+json, with or without Content-Length',
    needs: ['rest'],
    run: async (app) => {
      const web = await inProduction(app);
      const bytes = 4 * 1024 * 1024;
      const length = { 'content-length': String(bytes + 12) };
      const { token } = app.secrets;
      expectProblem(await pour(web, POST, bytes, { token, headers: length }), 413);
      const chunked = { 'transfer-encoding': 'chunked' };
      expectProblem(await pour(web, POST, bytes, { token, headers: chunked }), 413);
      return undefined;
    },
  },
  {
    id: 'problems.wrong-type',
    line: 'wrong type: 415 problem+json',
    needs: ['rest'],
    run: (app) => {
      const types = ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', null];
      const body = '{"title":"x"}';
      return refuse(
        app,
        415,
        types.map((type) => [POST, { body, type }]),
      );
    },
  },
  {
    id: 'problems.json-charset',
    line: 'application/json; charset=utf-8 is the right type',
    needs: ['rest'],
    run: async (app) => {
      const web = await inProduction(app);
      const type = 'application/json; charset=utf-8';
      expectStatus(await web.ask(POST, { body: { title: 'é' }, type }), 201);
      return undefined;
    },
  },
  {
    id: 'problems.nasty',
    line: 'no input makes the app answer 5xx',
    needs: ['rest'],
    run: async (app) => {
      const web = await inProduction(app);
      const asks = making(NASTY_BODIES);
      asks.push(['GET /api/todos?limit=1&limit=2', {}], ['GET /api/todos/%ZZ', {}]);
      asks.push(['GET /api/todos?offset=99999999999999999999', {}], ['GET /api/%2e%2e/x', {}]);
      asks.push(['GET /api/todos?limit[a]=1', {}], ['HEAD /api/todos', {}]);
      for (const [line, ask] of asks) {
        const { status } = await web.ask(line, ask);
        expect(status < 500, `${line} ${String(ask.body ?? '').slice(0, 40)}: ${status}`);
      }
      return undefined;
    },
  },
];
