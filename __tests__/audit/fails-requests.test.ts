import { outcomesOf } from './fake-app.ts';

/** What is broken in the app, and every check that must see it. */
const ROWS: readonly (readonly [broken: string, checks: string])[] = [
  ['location', 'rest.create'],
  ['patch', 'rest.change'],
  ['keep-deleted', 'rest.delete'],
  ['order', 'rest.list,graphql.pages'],
  ['limit', 'rest.list'],
  ['total', 'rest.list'],
  ['utf16', 'rest.unicode'],
  ['cookies', 'rest.no-cookies'],
  ['broken-json', 'problems.broken-json,problems.nasty'],
  ['coerce', 'problems.invalid-body,problems.invalid-change'],
  ['query', 'problems.invalid-query'],
  ['malformed-id', 'problems.unknown-id'],
  ['too-large', 'problems.too-large'],
  ['any-type', 'problems.wrong-type'],
  ['plain-problems', 'problems.broken-json,problems.unknown-id,auth.rest-refuses'],
  ['utf8', 'problems.utf8'],
  ['encodings', 'problems.encodings'],
  ['pointers', 'problems.pointers'],
  ['capitals', 'problems.one-id'],
  ['asks-nothing', 'graphql.no-request'],
  ['forwarded-lists', 'hosts.forwarded-lists'],
  ['allow', 'routes.method'],
  ['method', 'routes.method'],
  ['trailing-slash', 'routes.unknown-address'],
  ['prefix-token', 'auth.rest-refuses,auth.graphql-refuses'],
  ['challenge', 'auth.rest-refuses'],
  ['new-request-id', 'request-id.kept'],
  ['new-request-id,one-request-id', 'request-id.made'],
  ['unbounded', 'graphql.depth,graphql.aliases,graphql.fragments,graphql.tokens'],
  ['none', 'graphql.schema,graphql.crud,openapi'],
  ['any-host', 'hosts.http,hosts.https,hosts.proxied'],
  ['trust-all', 'hosts.https'],
  ['subdomains', 'hosts.hsts'],
  ['any-origin', 'cors.closed,cors.open'],
  ['metrics', 'metrics.closed,metrics.token'],
  ['environment-default', 'dashboards.off,config.unset-is-production'],
  ['dashboards', 'dashboards.false'],
  ['foreign', 'dashboards.graphiql,dashboards.on'],
];

describe('a broken answer is seen', () => {
  test.each(ROWS)('%s: %s', async (broken, checks) => {
    const outcomes = await outcomesOf(broken.split(','), checks.split(','));
    expect(outcomes.filter(({ status }) => status !== 'failed')).toEqual([]);
    for (const { remark } of outcomes) expect(remark).not.toMatch(/^unexpected/);
  });
});
