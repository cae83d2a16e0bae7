import { inProduction } from '../environments.ts';
import { expect } from '../failure.ts';
import { header } from '../http/answers.ts';
import type { Ask } from '../http/request.ts';
import type { Check, Subject } from '../types.ts';

const LINES: readonly (readonly [line: string, ask: Ask])[] = [
  ['GET /api/todos', {}],
  ['GET /api/todos', { token: null }],
  ['GET /api/nothing', {}],
  ['PUT /api/todos', { body: {} }],
  ['POST /api/todos', { body: '{' }],
  ['POST /graphql', { body: { query: '{ __typename }' } }],
];

async function idsOf(app: Subject, headers: Readonly<Record<string, string>>) {
  const web = await inProduction(app);
  const ids: string[] = [];
  for (const [line, ask] of LINES) {
    const answer = await web.ask(line, { ...ask, headers });
    const id = header(answer, 'x-request-id');
    expect(id !== '', `${line}: ${answer.status} without X-Request-Id`);
    ids.push(id);
  }
  return ids;
}

/** The id of a request. */
export const requestId: readonly Check[] = [
  {
    id: 'request-id.kept',
    line: 'X-Request-Id is kept, and answered, on every status',
    needs: ['rest'],
    run: async (app) => {
      const sent = 'audit-7f3a-kept';
      const ids = await idsOf(app, { 'x-request-id': sent });
      const other = ids.find((id) => id !== sent);
      expect(other === undefined, `sent ${sent}, answered ${other}`);
      return undefined;
    },
  },
  {
    id: 'request-id.made',
    line: 'X-Request-Id is made where there is none, another for each request',
    needs: ['rest'],
    run: async (app) => {
      const ids = await idsOf(app, {});
      expect(new Set(ids).size === ids.length, `two requests have one id: ${ids.join(', ')}`);
      return undefined;
    },
  },
];
