import { linesKey, withoutLines } from './found.ts';
import type { Outcome } from './reconcile.ts';
import type { Splice } from './types.ts';

/**
 * A source file of the user's, into which whole lines are put. The base keeps those lines only, so
 * that no copy of the user's code is made; a line that the user took out stays out.
 */
export async function reconcileCode(
  path: string,
  mine: string,
  ours: readonly string[],
  splices: readonly Splice[],
): Promise<Outcome & { readonly unsure: readonly Splice[] }> {
  const clean = withoutLines(mine, ours);
  const there = new Set(linesOf(mine));
  const gone = ours.filter((line) => !there.has(line));
  const unsure: Splice[] = [];
  let text = clean;
  for (const splice of splices) {
    const edited = await splice.edit(text);
    const next = edited && withNewLines(text, edited);
    if (next === undefined) unsure.push(splice);
    else if (!added(text, next).some((line) => gone.includes(line))) text = next;
  }
  const lines = [...added(clean, text), ...gone];
  const beside = lines.length === 0 ? {} : { beside: { [linesKey(path)]: lines.join('\n') } };
  return { text, base: undefined, unsure, ...beside };
}

/**
 * Only whole lines with something on them are put in, for only they are known again; undefined where
 * a line was changed.
 */
function withNewLines(before: string, after: string): string | undefined {
  const left = linesOf(before);
  let at = 0;
  const kept = after.split('\n').filter((line) => {
    const isNew = left[at] !== line.replace(/\r$/, '');
    if (!isNew) at += 1;
    return !isNew || line.trim() !== '';
  });
  return at === left.length ? kept.join('\n') : undefined;
}

/** The lines of a text that another, which it came from by insertions, has not. */
function added(before: string, after: string): readonly string[] {
  const left = linesOf(before);
  let at = 0;
  return linesOf(after).filter((line) => {
    const isNew = left[at] !== line;
    if (!isNew) at += 1;
    return isNew && line !== '';
  });
}

const linesOf = (text: string): readonly string[] => text.split(/\r?\n/);
