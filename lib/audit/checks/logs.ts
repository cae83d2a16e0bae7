import { inProduction } from '../environments.ts';
import { expect } from '../failure.ts';
import { isJson, type Json } from '../json.ts';
import { until } from '../processes/time.ts';
import { redact, secretValues } from '../secrets.ts';
import type { Check, Running } from '../types.ts';

const NAMES = {
  time: ['time', 'timestamp'],
  level: ['level', 'severity'],
  message: ['message', 'msg'],
};

/** The lines of a log as JSON objects; `Failure` at the first that is none or lacks a field. */
function entriesOf(text: string): readonly Json[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const entry = parsed(line);
    expect(isJson(entry), `a line is no JSON object: ${line.slice(0, 160)}`);
    for (const [name, keys] of Object.entries(NAMES)) {
      expect(
        keys.some((key) => key in entry),
        `a line has no ${name}: ${line.slice(0, 160)}`,
      );
    }
    return entry;
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function entryOf(web: Running, id: string): Promise<Json> {
  const find = () => web.child.stdout.split('\n').find((line) => line.includes(id));
  await until(
    () => find() !== undefined,
    3,
    () => `no line has the request id ${id}`,
  );
  return entriesOf(find() ?? '')[0] ?? {};
}

function levelOf({ level, severity }: Json): string {
  return String(level ?? severity).toLowerCase();
}

const WARNING = ['40', 'warn', 'warning'];

/** Logs. */
export const logs: readonly Check[] = [
  {
    id: 'logs.requests',
    line: 'a request is one JSON line on stdout with time, level, message and request id',
    run: async (app) => {
      const web = await inProduction(app);
      const asks = ['GET /api/todos', 'GET /api/nothing', 'GET /api/a%0Ab%22%7D', 'PUT /api/todos'];
      for (const [at, line] of asks.entries()) {
        const id = `audit-line-${at}`;
        await web.ask(line, { headers: { 'x-request-id': id } });
        await entryOf(web, id);
        const lines = web.child.stdout.split(id).length - 1;
        expect(lines >= 1 && lines <= 2, `${lines} times ${id} in the log`);
      }
      return undefined;
    },
  },
  {
    id: 'logs.level',
    line: 'LOG_LEVEL: the least level that is logged',
    run: async (app) => {
      const web = await app.start('web', { LOG_LEVEL: 'error' });
      await web.ask('GET /api/todos', { headers: { 'x-request-id': 'audit-quiet' } });
      await web.stop();
      expect(!web.child.stdout.includes('audit-quiet'), 'a request is logged at level error');
      return undefined;
    },
  },
  {
    id: 'logs.public-url',
    line: 'PUBLIC_URL unset: one warning in the log',
    run: async (app) => {
      const web = await app.start('web', { WEB_CONCURRENCY: '1' });
      await web.stop();
      const own = entriesOf(web.child.stdout).filter((entry) =>
        JSON.stringify(entry).includes('PUBLIC_URL'),
      );
      const warnings = own.filter((entry) => WARNING.includes(levelOf(entry)));
      expect(warnings.length === 1, `${warnings.length} warnings name PUBLIC_URL`);
      return undefined;
    },
  },
  {
    id: 'logs.json',
    line: 'one JSON object a line on stdout: every line of every process that this audit started',
    run: async (app) => {
      await (await inProduction(app)).ask('GET /healthz');
      const outputs = app.children.filter(({ kind }) => kind !== 'release');
      const entries = outputs.flatMap(({ stdout }) => entriesOf(stdout));
      expect(entries.length > 0, 'no process wrote a line');
      return `${entries.length} lines of ${outputs.length} processes`;
    },
  },
  {
    id: 'logs.no-secrets',
    line: 'no secrets in the logs: tokens, Authorization, cookies, keys, passwords',
    run: async (app) => {
      const web = await inProduction(app);
      const headers = { cookie: 'session=audit-cookie-canary', 'x-request-id': 'audit-secrets' };
      await web.ask('GET /api/todos?limit=500', { headers });
      await entryOf(web, 'audit-secrets');
      const values = secretValues(app.secrets, await app.migrated());
      const canaries = new Map([...values, ['a cookie', 'audit-cookie-canary']]);
      for (const { stdout, stderr } of app.children) {
        const line = `${stdout}\n${stderr}`.split('\n').find((text) => shows(text, canaries));
        expect(line === undefined, `a line shows ${redact(line ?? '', canaries).slice(0, 200)}`);
      }
      return `looked through the output of ${app.children.length} processes`;
    },
  },
];

function shows(text: string, values: ReadonlyMap<string, string>): boolean {
  return [...values.values()].some((value) => text.includes(value));
}
