import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit } from '../../lib/audit/audit.ts';
import { checks } from '../../lib/audit/catalog.ts';
import { optionsOf } from '../../lib/audit/options.ts';
import { holds, row, summary } from '../../lib/audit/report.ts';
import { redact } from '../../lib/audit/secrets.ts';

const BAD: readonly (readonly [words: readonly string[], says: RegExp])[] = [
  [[], /directory/],
  [['a', 'b'], /not also b/],
  [['a', '--nonsense'], /--nonsense/],
  [['a', '--database-control', 'stop:x'], /--database-control/],
  [['a', '--only', 'nothing'], /--only: there is no check nothing/],
  [['/', '--only', 'rest'], /no app/],
];

test.each(BAD)('%p is refused in one line', async (words, says) => {
  const run = async () => audit(optionsOf(words), () => undefined);
  await expect(run()).rejects.toThrow(says);
});

test('an app that needs a server of its own is not started without one', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'audit-options-'));
  writeFileSync(join(directory, 'package.json'), '{}');
  for (const [answers, option] of [
    [{ database: 'postgresql' }, '--database-url'],
    [{ cache: 'redis' }, '--redis-url'],
  ] as const) {
    const file = JSON.stringify({ 'generator-imagine': { answers } });
    writeFileSync(join(directory, '.yo-rc.json'), file);
    const run = audit(optionsOf([directory]), () => undefined);
    await expect(run).rejects.toThrow(option);
  }
  rmSync(directory, { recursive: true });
});

test('the commands of --database-control stand behind it', () => {
  const { control, browser } = optionsOf(
    'app --database-control stop:a start:b --no-browser'.split(' '),
  );
  expect(control).toEqual({ stop: 'a', start: 'b' });
  expect(browser).toBe(false);
});

test('every check has an id of its own and a sentence', () => {
  const ids = checks.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, line } of checks) {
    expect(id).toMatch(/^[a-z0-9-]+\.[a-z0-9-]+$/);
    expect(line.length).toBeGreaterThan(15);
  }
});

test('the report counts, and holds only if nothing failed and something was checked', () => {
  const one = { id: 'a.b', line: 'holds', seconds: 0 };
  const report = (...statuses: ('ok' | 'failed' | 'not applicable')[]) => ({
    directory: '',
    language: 'node',
    features: [],
    outcomes: statuses.map((status) => ({ ...one, status })),
    left: ['scrap'],
  });
  expect(holds(report('ok', 'not applicable'))).toBe(true);
  expect(holds(report('ok', 'failed'))).toBe(false);
  expect(holds(report('not applicable'))).toBe(false);
  expect(summary(report('ok', 'failed'))).toMatch(/1 ok, 1 failed, 0 not applicable[\s\S]*scrap/);
  expect(row({ ...one, status: 'failed', remark: 'seen' })).toMatch(
    /^FAILED a\.b .*holds\n +seen$/,
  );
});

test('secrets are shown by name only', () => {
  expect(redact('key abcd, abcd', new Map([['KEY', 'abcd']]))).toBe('key <KEY>, <KEY>');
});
