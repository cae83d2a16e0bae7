import { outcomesOf } from './fake-app.ts';

/** What is broken in the app, and every check that must see it. */
const ROWS: readonly (readonly [broken: string, checks: string])[] = [
  ['release-drops', 'release.twice'],
  ['start-migrates', 'release.start-does-not-migrate'],
  ['optional', 'config.missing,config.unset-is-production,config.empty'],
  ['first-only', 'config.missing,config.malformed,config.mixed'],
  ['show-values', 'config.malformed,config.environment-name'],
  ['exit-code', 'config.missing,config.before-port'],
  ['take-LOG_LEVEL', 'config.malformed,config.mixed'],
  ['take-SECRET_KEY', 'config.short-key'],
  ['port-error', 'addresses.port-in-use'],
  ['loopback', 'addresses.production'],
  ['all-interfaces', 'addresses.development'],
  ['slow-stop', 'lifecycle.idle-stop,lifecycle.idle-admin'],
  ['stop-code', 'lifecycle.idle-stop,lifecycle.under-way'],
  ['interrupt', 'lifecycle.idle-interrupt,lifecycle.under-way-interrupt'],
  ['drop', 'lifecycle.under-way'],
  ['count', 'lifecycle.timeout'],
  ['cut-code', 'lifecycle.timeout'],
  ['delay', 'draining.delay'],
  ['ready-while-draining', 'draining.delay'],
  ['text-logs', 'logs.requests,logs.json'],
  ['log-tokens', 'logs.no-secrets'],
  ['log-level', 'logs.level'],
  ['warning', 'logs.public-url'],
  ['open-admin', 'admin.login,admin.wrong-password'],
  ['any-password', 'admin.wrong-password'],
  ['unsigned', 'admin.wrong-password,admin.session-key'],
  ['fixed-key', 'admin.session-key'],
  ['cookie-flags', 'admin.cookie'],
  ['never-secure', 'admin.secure-cookie'],
  ['memory-sessions', 'admin.session-shared,admin.session-restart'],
  ['eager', 'database-away.boot'],
  ['away-500', 'database-away.boot'],
  ['always-ready', 'database-away.boot'],
  ['admin-redirect', 'admin.redirect'],
];

describe('a broken process is seen', () => {
  test.each(ROWS)(
    '%s: %s',
    async (broken, checks) => {
      const outcomes = await outcomesOf(broken.split(','), checks.split(','));
      expect(outcomes.filter(({ status }) => status !== 'failed')).toEqual([]);
      for (const { remark } of outcomes) expect(remark).not.toMatch(/^unexpected/);
    },
    60_000,
  );
});
