import { outcomesOf } from './fake-app.ts';

const KEPT = [
  'commands,release,config,addresses,health',
  'rest,problems,routes,auth,request-id',
  'graphql.depth,graphql.aliases,graphql.fragments,graphql.tokens,graphql.batch,graphql.no-request',
  'hosts,cors,metrics,dashboards',
  'admin.login,admin.wrong-password,admin.cookie,admin.secure-cookie,admin.session-shared',
  'admin.session-restart,admin.session-key,admin.port,admin.redirect,two-processes,environments',
  'database-away,lifecycle,draining',
  'logs',
];

describe('an app that keeps its promises', () => {
  test.each(KEPT)(
    '%s',
    async (only) => {
      const outcomes = await outcomesOf([], only.split(','));
      const wrong = outcomes.filter(({ status }) => status === 'failed');
      expect(wrong).toEqual([]);
      expect(outcomes.some(({ status }) => status === 'ok')).toBe(true);
    },
    90_000,
  );
});
