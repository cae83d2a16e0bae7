import { inDevelopment, inProduction } from '../environments.ts';
import { expect } from '../failure.ts';
import { expectProblem, expectStatus, header } from '../http/answers.ts';
import type { Ask } from '../http/request.ts';
import type { Check, Running, Subject } from '../types.ts';

const QUERY: Ask = { body: { query: '{ __typename }' } };

/** The ways of asking without a valid token. */
function strangers({ secrets }: Subject): readonly Ask[] {
  const { token, metrics } = secrets;
  return [
    { token: null },
    { token: 'wrong' },
    { token: `${token}x` },
    { token: token.slice(0, -1) },
    { token: token.toUpperCase() },
    { token: metrics },
    { token: '*' },
    { token: null, headers: { authorization: 'Bearer ' } },
    { token: null, headers: { authorization: token } },
    { token: null, headers: { authorization: `Basic ${token}` } },
    { token: null, headers: { cookie: `token=${token}; API_TOKENS=${token}` } },
    { token: null, headers: { 'x-api-key': token } },
  ];
}

async function refuseStrangers(app: Subject, line: string, plain: Ask) {
  const web = await inProduction(app);
  for (const stranger of strangers(app)) {
    const answer = await web.ask(line, { ...plain, ...stranger });
    const shown = stranger.token ?? JSON.stringify(stranger.headers ?? 'no token');
    expectProblem({ ...answer, asked: `${line} with ${shown}` }, 401);
    const challenge = header(answer, 'www-authenticate');
    expect(/^Bearer\b/i.test(challenge), `${line}: WWW-Authenticate is "${challenge}"`);
  }
  return undefined;
}

async function acceptTokens(app: Subject, line: string, plain: Ask) {
  const web = await inProduction(app);
  for (const token of [app.secrets.token, app.secrets.secondToken]) {
    expectStatus(await web.ask(line, { ...plain, token }), 200);
  }
  return undefined;
}

/** Bearer tokens. */
export const auth: readonly Check[] = [
  {
    id: 'auth.rest-refuses',
    line: '/api without a valid token: 401 problem+json with WWW-Authenticate: Bearer',
    needs: ['rest'],
    run: async (app) => {
      await refuseStrangers(app, 'GET /api/todos', {});
      await refuseStrangers(app, `GET /api/todos?access_token=${app.secrets.queryToken}`, {});
      return refuseStrangers(app, 'POST /api/todos', { body: { title: 'Stranger' } });
    },
  },
  {
    id: 'auth.rest-accepts',
    line: '/api takes each token of API_TOKENS, comma-separated',
    needs: ['rest'],
    run: (app) => acceptTokens(app, 'GET /api/todos', {}),
  },
  {
    id: 'auth.graphql-refuses',
    line: '/graphql without a valid token: 401 problem+json with WWW-Authenticate: Bearer',
    needs: ['graphql'],
    run: (app) => refuseStrangers(app, 'POST /graphql', QUERY),
  },
  {
    id: 'auth.graphql-accepts',
    line: '/graphql takes each token of API_TOKENS',
    needs: ['graphql'],
    run: (app) => acceptTokens(app, 'POST /graphql', QUERY),
  },
  {
    id: 'auth.public',
    line: 'API_TOKENS=*: public; in production too',
    needs: ['rest'],
    run: async (app) => expectOpen(await app.start('web', { API_TOKENS: '*' })),
  },
  {
    id: 'auth.development',
    line: 'in development and test API_TOKENS is * where it is unset',
    needs: ['rest'],
    run: async (app) => {
      await expectOpen(await inDevelopment(app));
      const test = { [app.language.environmentVariable]: 'test', API_TOKENS: undefined };
      return expectOpen(await app.start('web', test));
    },
  },
];

async function expectOpen(web: Running) {
  expectStatus(await web.ask('GET /api/todos', { token: null }), 200);
  return undefined;
}
