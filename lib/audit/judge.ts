import { Failure, NotApplicable } from './failure.ts';
import { redact, secretValues } from './secrets.ts';
import type { Check, Feature, Outcome, Subject } from './types.ts';

/** What a missing feature means, in words. */
const REASONS: Readonly<Record<Feature, string>> = {
  rest: 'the app has no REST API',
  graphql: 'the app has no GraphQL API',
  swagger: 'the app has no Swagger UI',
  graphiql: 'the app has no GraphiQL',
  admin: 'the app has no admin',
  'admin-process': 'the admin is no process of its own',
  metrics: 'the app has no metrics',
  sqlite: 'the database is not SQLite',
  'network-database': 'SQLite is no server',
  'scratch-databases': 'no database can be made on this server',
  'all-interfaces': 'this system has no second loopback address',
  browser: 'no browser here (CHROMIUM names its path), or it was left out',
};

/** Makes one check, and ends the processes that it started for itself. */
export async function judge(check: Check, app: Subject): Promise<Outcome> {
  const { id, line } = check;
  const lacking = check.needs?.find((feature) => !app.features.has(feature));
  if (lacking) return { id, line, status: 'not applicable', remark: REASONS[lacking], seconds: 0 };
  const began = performance.now();
  const outcome = await attempt(check, app);
  await app.sweep();
  return { id, line, ...outcome, seconds: (performance.now() - began) / 1000 };
}

type Verdict = Pick<Outcome, 'status' | 'remark'>;

async function attempt(check: Check, app: Subject): Promise<Verdict> {
  try {
    const remark = await check.run(app);
    return remark === undefined ? { status: 'ok' } : { status: 'ok', remark };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const status = error instanceof NotApplicable ? 'not applicable' : 'failed';
    const known = error instanceof Failure || error instanceof NotApplicable;
    return { status, remark: await shown(app, known ? said : `unexpected: ${said}`) };
  }
}

async function shown(app: Subject, text: string): Promise<string> {
  const url = await app.database('main').catch(() => 'sqlite:');
  return redact(text, secretValues(app.secrets, url)).replace(/\s+/g, ' ').trim();
}
