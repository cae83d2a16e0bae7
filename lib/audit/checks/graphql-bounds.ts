import { inDevelopment, inProduction } from '../environments.ts';
import { expect } from '../failure.ts';
import { ask } from '../graphql/schema.ts';
import { errorsOf } from '../http/answers.ts';
import type { Check, Running, Subject } from '../types.ts';

const TOO_DEEP = `{ __type(name: "Query") ${'{ ofType '.repeat(50)}{ name }${' }'.repeat(50)} }`;
const ALIASES = Array.from({ length: 2000 }, (_item, at) => `a${at}: __typename`).join(' ');
const MANY_TODOS = Array.from({ length: 100 }, (_item, at) => `a${at}: todo(id: "1") { id }`).join(
  ' ',
);

/** In production, and in development too, where introspection may be open. */
async function refuse(app: Subject, query: string): Promise<string | undefined> {
  await refuseIn(await inProduction(app), query);
  await refuseIn(await inDevelopment(app), query);
  return undefined;
}

async function refuseIn(web: Running, query: string): Promise<void> {
  const answer = await web.ask('POST /graphql', { body: { query } });
  expect(answer.status < 500, `answered ${answer.status}`);
  const refused = answer.status === 413 || errorsOf(answer).length > 0;
  expect(refused, `it was executed (${answer.status})`);
  expect(answer.seconds < 1, `refused only after ${answer.seconds.toFixed(1)} s`);
  await ask(web, '{ __typename }');
}

/** The bounds of a GraphQL query. */
export const graphqlBounds: readonly Check[] = [
  {
    id: 'graphql.depth',
    line: 'GraphQL: depth is bounded (50 levels, of introspection too)',
    needs: ['graphql'],
    run: (app) => refuse(app, TOO_DEEP),
  },
  {
    id: 'graphql.aliases',
    line: 'GraphQL: aliases are bounded (2,000 are refused in under 1 s)',
    needs: ['graphql'],
    run: (app) => refuse(app, `{ ${ALIASES} }`),
  },
  {
    id: 'graphql.aliased-fields',
    line: 'GraphQL: aliases are bounded (100 of one field)',
    needs: ['graphql'],
    run: (app) => refuse(app, `{ ${MANY_TODOS} }`),
  },
  {
    id: 'graphql.fragments',
    line: 'GraphQL: what hides behind fragments counts too',
    needs: ['graphql'],
    run: (app) => {
      const [head, ...rest] = ALIASES.split(/ (?=a\d+:)/);
      return refuse(app, `{ ${head} ...F } fragment F on Query { ${rest.join(' ')} }`);
    },
  },
  {
    id: 'graphql.tokens',
    line: 'GraphQL: tokens are bounded (5,000 of one field)',
    needs: ['graphql'],
    run: (app) => refuse(app, `{ ${'__typename '.repeat(5000)} }`),
  },
  {
    id: 'graphql.batch',
    line: 'GraphQL: a batch is no way around the bounds',
    needs: ['graphql'],
    run: async (app) => {
      const web = await inProduction(app);
      await ask(web, '{ __typename }');
      const body = Array.from({ length: 500 }, () => ({ query: '{ __typename }' }));
      const { status, text } = await web.ask('POST /graphql', { body });
      expect(status < 500, `500 queries at once: ${status}`);
      const answered = text.split('__typename').length - 1;
      expect(answered <= 10, `a batch of 500 answered ${answered} queries`);
      return undefined;
    },
  },
];
