import { linesIn, linesKey, pathOf } from '../found.ts';
import type { Input } from '../input.ts';
import type { Named, Tidy } from '../reconcile.ts';
import { reconcileCode } from '../reconcile-code.ts';
import type { Declarations, Note } from '../types.ts';

/** The user's source files into which lines are put, or were put before; what has no place is told, and what they give is added. */
export async function codeOutcomes(
  { files, state, printing }: Input,
  all: Declarations,
  told: Note[],
  given: Set<string>,
) {
  const splices = (all.splices ?? []).filter(({ code }) => code);
  const before = Object.keys(state.found).filter((key) => key === linesKey(pathOf(key)));
  const outcomes: Named[] = [];
  for (const path of new Set([...splices.map((each) => each.path), ...before.map(pathOf)])) {
    const here = splices.filter((splice) => splice.path === path);
    const mine = files.read(path);
    if (mine === undefined) told.push(...here.map(({ otherwise }) => otherwise));
    else {
      const tidy: Tidy = (before, after) => printing.tidy(path, before, after);
      const ours = linesIn(state, path);
      const { placed, unsure, ...outcome } = await reconcileCode({ path, mine, ours }, here, tidy);
      told.push(...unsure.map(({ otherwise }) => otherwise));
      for (const { gives } of placed) if (gives) given.add(gives);
      outcomes.push({ path, ...outcome });
    }
  }
  return outcomes;
}
