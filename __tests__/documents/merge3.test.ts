import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { merge3 } from '../../lib/documents/merge3.ts';

const root = join(import.meta.dirname, 'merge3');
const lines = fc.array(fc.constantFrom('a\n', 'b\n', 'c\n', 'd\n', '\n'), { maxLength: 12 });
const texts = lines.map((list) => list.join(''));

describe('merge3', () => {
  test.each(readdirSync(root))('%s', (name) => {
    const read = (file: string) => readFileSync(join(root, name, `${file}.txt`), 'utf8');
    const merged = merge3(read('base'), read('mine'), read('theirs'));
    expect(merged.text).toBe(read('output'));
    expect(merged.conflict).toBe(name.startsWith('conflict'));
  });

  test('what only one side changed comes through, in the endings of mine', () => {
    fc.assert(
      fc.property(texts, texts, (base, changed) => {
        expect(merge3(base, changed, base)).toEqual({ text: changed, conflict: false });
        expect(merge3(base, base, changed)).toEqual({ text: changed, conflict: false });
        expect(merge3(base, changed, changed)).toEqual({ text: changed, conflict: false });
        const mine = `top\n${base}`.replaceAll('\n', '\r\n');
        const theirs = `top\n${changed}`;
        const text = theirs.replaceAll('\n', '\r\n');
        expect(merge3(`top\n${base}`, mine, theirs)).toEqual({ text, conflict: false });
      }),
      { numRuns: 200 },
    );
  });
});
