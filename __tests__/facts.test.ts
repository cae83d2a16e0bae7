import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { concerns } from '../generators/concerns.ts';
import { filesOf } from '../lib/files.ts';
import { look } from '../lib/run.ts';
import type { Facts } from '../lib/types.ts';
import { appOf, type Expected, expectedOf, factsFolder } from './facts.ts';
import { fixtures, type Texts } from './run.ts';

const expected: Readonly<Record<string, Expected>> = Object.fromEntries(
  readdirSync(factsFolder).map((name) => {
    const fixture = name.replace(/\.json$/, '');
    return [fixture, expectedOf(fixture) as Expected];
  }),
);

/** The facts of a fixture, and the folder that they are about. */
async function factsOf(name: string): Promise<Facts> {
  const [files, given] = [filesOf(fixtures[name] as Texts), appOf(name)];
  const found = await look({ root: '/nowhere/shop', generator: 'app', concerns, files, given });
  return found.facts;
}

/** Places of the code and of lines are wiring: they are tested by those who add lines there. */
const unlisted = new Set([
  'notes',
  'mount',
  'listen',
  'environment',
  'healthNamed',
  'numberVariable',
  'packages',
  'spared',
]);

const shownOf = (fact: unknown): unknown => {
  const { value, evidence } = fact as { value?: unknown; evidence?: unknown };
  return value ?? evidence;
};

const found = new Map<string, Facts>();
beforeAll(async () => {
  for (const name of Object.keys(expected)) found.set(name, await factsOf(name));
});

test('every fixture has its expected facts', () => {
  expect(Object.keys(expected).sort()).toEqual(Object.keys(fixtures).sort());
});

test('95 % of all fields are right; every miss is listed', () => {
  let fields = 0;
  const misses: string[] = [];
  for (const [name, { facts: wanted }] of Object.entries(expected)) {
    const facts = Object.entries(found.get(name) ?? {}).filter(([key]) => !unlisted.has(key));
    const actual = Object.fromEntries(facts.map(([key, fact]) => [key, shownOf(fact)]));
    for (const key of new Set([...Object.keys(wanted), ...Object.keys(actual)])) {
      fields++;
      const [is, should] = [JSON.stringify(actual[key]), JSON.stringify(wanted[key])];
      if (is !== should) misses.push(`${name}: ${key} is ${is}, should be ${should}`);
    }
  }
  if (misses.length > 0) process.stderr.write(`${misses.join('\n')}\n`);
  process.stderr.write(`${fields - misses.length} of ${fields} fields are right\n`);
  expect(fields).toBeGreaterThan(200);
  expect(misses.length / fields).toBeLessThanOrEqual(0.05);
});

test('every piece of evidence is a line of a file that is there', () => {
  const lost: string[] = [];
  for (const [name, facts] of found) {
    const root = join(import.meta.dirname, 'fixtures', name, expected[name]?.app ?? '');
    for (const [key, fact] of Object.entries(facts)) {
      for (const at of key === 'notes' ? [] : (fact as { evidence: string[] }).evidence) {
        const [, path = at, line = '0'] = /^(.*):(\d+)$/.exec(at) ?? [];
        if (!isLine(join(root, path), Number(line))) lost.push(`${name}: ${key}: ${at}`);
      }
    }
  }
  expect(lost).toEqual([]);
});

function isLine(path: string, line: number): boolean {
  if (line < 1 || !existsSync(path)) return false;
  return /\/[^./]+$/.test(path) && !/file$/i.test(path)
    ? true
    : readFileSync(path, 'utf8').split('\n').length >= line;
}

test('no value of a secret is told', () => {
  const texts = Object.values(expected).length;
  expect(texts).toBeGreaterThan(0);
  for (const [name, facts] of found) {
    const told = JSON.stringify(facts);
    const secrets = (facts.secrets?.evidence ?? []).flatMap((at) => {
      const [, path = '', line = '1'] = /^(.*):(\d+)$/.exec(at) ?? [];
      const text = readFileSync(
        join(import.meta.dirname, 'fixtures', name, expected[name]?.app ?? '', path),
        'utf8',
      );
      const literals = text.split('\n')[Number(line) - 1]?.match(/(["'])(?:(?!\1).){8,}\1/g) ?? [];
      return literals.map((literal) => literal.slice(1, -1));
    });
    expect([name, secrets.filter((secret) => told.includes(secret))]).toEqual([name, []]);
  }
});
