import fc from 'fast-check';

/** An edit of a text. */
export type Edit = (text: string) => string;

/**
 * Checks, on texts and edits of the arbitraries: any order of the edits gives the same bytes, again
 * changes nothing, and the text's own lines or characters stay, in their order.
 */
export function testLaws<T>(
  texts: fc.Arbitrary<string>,
  asked: fc.Arbitrary<T[]>,
  how: { edit: (one: T) => Edit; keeps: 'lines' | 'characters'; runs: number; also?: Also<T> },
): void {
  const orders = asked.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  const law = fc.property(texts, orders, (text, [list, shuffled]) => {
    const run = (before: string, edits: T[]) =>
      edits.reduce((old, one) => how.edit(one)(old), before);
    const result = run(text, list);
    expect(run(text, shuffled)).toBe(result);
    expect(run(result, list)).toBe(result);
    expect(lost(pieces(text, how.keeps), pieces(result, how.keeps))).toEqual([]);
    expect(result.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
    expect(/\r/.test(result)).toBe(/\r/.test(text));
    how.also?.(text, result, list);
  });
  fc.assert(law, { numRuns: how.runs });
}

type Also<T> = (before: string, after: string, asked: T[]) => void;

function pieces(text: string, kind: 'lines' | 'characters'): string[] {
  const body = text.replace(/^\uFEFF/, '');
  return kind === 'lines' ? body.split(/\r?\n/) : [...body];
}

/** What of the old is not found in the new, in the old order. */
function lost(old: readonly string[], now: readonly string[]): string[] {
  let at = 0;
  return old.filter((piece) => {
    const found = now.indexOf(piece, at);
    if (found >= 0) at = found + 1;
    return found < 0;
  });
}

/** Subsets of the values, each at most once. */
export function someOf<T>(values: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...values], { minLength: 1 });
}

/** Texts of lines with one ending, perhaps a byte order mark, perhaps no ending at the end. */
export function textsOf(lines: fc.Arbitrary<string[]>): fc.Arbitrary<string> {
  return fc
    .tuple(lines, fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.constantFrom('', '\uFEFF'))
    .map(([list, eol, ends, bom]) => {
      const endings = list.length < 2 ? '\n' : eol;
      return bom + list.join('\n').replaceAll('\n', endings) + (ends ? endings : '');
    });
}
