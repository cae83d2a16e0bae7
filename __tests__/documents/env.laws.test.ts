import fc from 'fast-check';
import { add, type Entry, names, value } from '../../lib/documents/env.ts';
import { someOf, testLaws, textsOf } from './laws.ts';

const sections = ['Server', 'Database', 'Logs'];

const theirs = [
  'A=1',
  'export PORT=80',
  '# HOST=x',
  'M=2 # tail',
  'Z="a\nPORT=no\n# --- Logs ---\n"',
  "ü='ß'",
  '# --- Database ---',
  '# ---- mine ----',
  '# words',
  '#',
  '',
  ' ',
  'no variable',
];

const entries: Entry[] = [
  { section: 'Server', name: 'PORT', value: '3000', comment: ['The port'] },
  { section: 'Server', name: 'HOST', value: 'a b' },
  { section: 'Server', name: 'ZONE', value: "it's", comment: ['one', '', 'two'] },
  { section: 'Database', name: 'DATABASE_URL', value: 'sqlite:///x' },
  { section: 'Database', name: 'B', value: 'a#b', comment: ['b'] },
  { section: 'Logs', name: 'LOG_LEVEL', value: '' },
  { section: 'Unlisted', name: 'U', value: 'l1\nl2' },
  { section: 'Other', name: 'O', value: '$x' },
  { name: 'C', value: '1', comment: ['c'] },
  { name: 'D', value: '2' },
];

test('.env files keep the laws', () => {
  const lines = fc.shuffledSubarray(theirs);
  testLaws(textsOf(lines), someOf(entries), {
    edit: (entry) => (text) => add(text, entry, { sections }),
    keeps: 'lines',
    runs: 200,
    also: (before, after, asked) => {
      for (const name of names(before)) expect(value(after, name)).toBe(value(before, name));
      for (const { name, value: wanted } of asked) {
        const isOff = name === 'HOST' && before.includes('# HOST');
        const old = value(before, name);
        expect(value(after, name)).toBe(old ?? (isOff ? undefined : wanted));
      }
    },
  });
});

test('a value is read as it was written', () => {
  const marks = [...'ab #$\\\'"`=!:/é\n\t{}'];
  const values = fc.array(fc.constantFrom(...marks), { maxLength: 8 }).map((list) => list.join(''));
  let written = 0;
  fc.assert(
    fc.property(values, (wanted) => {
      const text = spelled(wanted);
      if (text === undefined) return;
      written += 1;
      expect(value(text, 'NAME')).toBe(wanted);
      expect(value(text, 'AFTER')).toBe('1');
    }),
    { numRuns: 500 },
  );
  expect(written).toBeGreaterThan(250);
});

function spelled(wanted: string): string | undefined {
  try {
    return `${add('', { name: 'NAME', value: wanted }, { sections })}AFTER=1\n`;
  } catch {
    return undefined;
  }
}
