import { inProduction } from '../environments.ts';
import { expect } from '../failure.ts';
import { expectProblem, expectStatus, json } from '../http/answers.ts';
import type { Ask } from '../http/request.ts';
import { asList } from '../json.ts';
import { createTodo } from '../todos.ts';
import type { Check, Subject } from '../types.ts';
import { refuse } from './problems.ts';

const POST = 'POST /api/todos';
const GRAPHQL = 'POST /graphql';
const body = '{"title":"x"}';

/** A title whose one byte is no UTF-8: a reader that mends it keeps something that nobody sent. */
const NO_UTF8 = Buffer.from(`{"title":"${'\xff'}"}`, 'latin1');

/** Requests to GraphQL that ask for nothing. */
const ASKS_NOTHING: readonly [string, Ask][] = [
  ['GET /graphql', {}],
  ['GET /graphql?query=', {}],
  ['GET /graphql?query=%7B__typename%7D&variables=x', {}],
  ...['{}', 'null', '5', '[]', '{"query":5}', '{"query":""}'].map((text): [string, Ask] => [
    GRAPHQL,
    { body: text },
  ]),
  [GRAPHQL, { body: { query: '{ __typename }', variables: [1] } }],
];

async function pointersOf(app: Subject, sent: object): Promise<readonly unknown[]> {
  const answer = await (await inProduction(app)).ask(POST, { body: sent });
  expectProblem(answer, 422);
  return asList(json(answer).errors, 'errors').map(({ pointer }) => pointer);
}

/** Requests that a client of another habit, or a hostile one, sends. */
export const oddRequests: readonly Check[] = [
  {
    id: 'problems.utf8',
    line: 'bytes that are no UTF-8: 400 problem+json, and nothing is kept in their place',
    needs: ['rest'],
    run: (app) => refuse(app, 400, [[POST, { body: NO_UTF8 }]]),
  },
  {
    id: 'problems.encodings',
    line: 'another charset, or a compressed body: 415 problem+json',
    needs: ['rest'],
    run: (app) =>
      refuse(app, 415, [
        [POST, { body, type: 'application/json; charset=utf-16' }],
        [POST, { body, headers: { 'content-encoding': 'gzip' } }],
      ]),
  },
  {
    id: 'problems.pointers',
    line: '422 tells each fault with its place (RFC 6901), unknown names among them',
    needs: ['rest'],
    run: async (app) => {
      const found = [...(await pointersOf(app, { title: 5, 'a/b': 1 }))].sort();
      expect(found.join(' ') === '/a~1b /title', `the places are ${found.join(' ')}`);
      return undefined;
    },
  },
  {
    id: 'problems.one-id',
    line: 'an id in capitals is malformed, whatever the database thinks',
    needs: ['rest'],
    run: async (app) => {
      const { id } = await createTodo(await inProduction(app), 'One form');
      return refuse(app, 404, [[`GET /api/todos/${id.toUpperCase()}`, {}]]);
    },
  },
  {
    id: 'graphql.no-request',
    line: 'GraphQL: what asks for nothing is 4xx, never 200 or 5xx',
    needs: ['graphql'],
    run: async (app) => {
      const web = await inProduction(app);
      for (const [line, ask] of ASKS_NOTHING) {
        const { status } = await web.ask(line, ask);
        expect(status >= 400 && status < 500, `${line} ${JSON.stringify(ask.body)}: ${status}`);
      }
      return undefined;
    },
  },
  {
    id: 'hosts.forwarded-lists',
    line: 'TRUSTED_PROXIES=1: of several X-Forwarded-* words the last one counts',
    run: async (app) => {
      const changes = { PUBLIC_URL: 'https://app.example.test', TRUSTED_PROXIES: '1' };
      const web = await app.shared('web', changes);
      const host = 'app.example.test';
      const ask = (proto: string) =>
        web.ask('GET /api/nothing', { host, headers: { 'x-forwarded-proto': proto } });
      expectStatus(await ask('http, https'), 404);
      expectStatus(await ask('https, http'), 301, 302, 307, 308);
      return undefined;
    },
  },
];
