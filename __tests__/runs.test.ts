import fc from 'fast-check';
import { runsIn, runsOf, runsText, withoutRuns } from '../lib/runs.ts';

test('runs keep the blank lines that came with them', () => {
  expect(runsIn('a\n\nb\n', 'a\n\nx\n\nb\n')).toEqual([['x', '']]);
  expect(runsIn('a\n\n\nb\n', 'a\n\nx\n\n\nb\n')).toEqual([['x', '']]);
  expect(runsIn('a\nb\n', 'a\nx\ny\nb\nz\n')).toEqual([['x', 'y'], ['z']]);
});

test('a line that was changed is no run', () => {
  expect(runsIn('a = []\n', 'a = [1]\n')).toBeUndefined();
  expect(runsIn('a\nb\n', 'a\n\nb\n')).toBeUndefined();
});

const line = fc.constantFrom('', '', 'a', 'b', '  c');
const eol = fc.constantFrom('\n', '\r\n');
const added = fc.array(
  fc.tuple(fc.nat(12), fc.constantFrom(['x'], ['', 'y'], ['z', ''], ['', 'v', 'w', ''])),
  {
    maxLength: 3,
  },
);

test('what was put in is taken out again, whatever stands around it', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), added, eol, (lines, insertions, end) => {
      const before = lines.join(end);
      const now: string[] = [...lines];
      const places = insertions.map(
        ([at, run], i) => [Math.min(at, lines.length), run, i] as const,
      );
      for (const [at, run, i] of places.sort((p, q) => q[0] - p[0] || q[2] - p[2]))
        now.splice(at, 0, ...run.map((each) => (each === '' ? '' : `${each}${i}`)));
      const after = now.join(end);
      const runs = runsIn(before, after);
      if (runs) expect(withoutRuns(after, runsOf(runsText(runs)))).toBe(before);
    }),
    { seed: 20, numRuns: 500 },
  );
});
