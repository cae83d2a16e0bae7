import { DocumentError } from './documents/error.ts';
import { linesKey } from './found.ts';
import type { Outcome, Tidy } from './reconcile.ts';
import { type Run, runsIn, runsText, withoutRuns } from './runs.ts';
import type { Splice } from './types.ts';

/** A source file of the user's, and the lines that the tool put in before. */
export interface Source {
  readonly path: string;
  readonly mine: string;
  readonly ours: readonly Run[];
}

/** The splices that stand in the file, and those that have no sure place there. */
interface Placed {
  readonly placed: readonly Splice[];
  readonly unsure: readonly Splice[];
}

/**
 * A source file of the user's, into which whole lines are put. Those lines only are kept, so that no
 * copy of the user's code is made; a line that the user took out stays out.
 */
export async function reconcileCode(
  { path, mine, ours }: Source,
  splices: readonly Splice[],
  tidy: Tidy,
): Promise<Outcome & Placed> {
  const clean = withoutRuns(mine, ours);
  const there = new Set(mine.split(/\r?\n/));
  const gone = ours.flat().filter((line) => !there.has(line));
  const unsure: Splice[] = [];
  const placed: Splice[] = [];
  let text = clean;
  for (const splice of splices) {
    const next = await surely(splice, text, tidy);
    const runs = next === undefined ? undefined : runsIn(text, next);
    if (next === undefined || !runs) unsure.push(splice);
    else if (!runs.flat().some((line) => gone.includes(line))) {
      text = next;
      placed.push(splice);
    }
  }
  const runs = [...(runsIn(clean, text) ?? []), ...gone.map((line) => [line])];
  const beside = runs.length === 0 ? {} : { beside: { [linesKey(path)]: runsText(runs) } };
  return { text, base: undefined, placed, unsure, ...beside };
}

/** The edited text; undefined where the code can't be read, for then no place in it is sure. */
async function surely({ edit }: Splice, text: string, tidy: Tidy): Promise<string | undefined> {
  try {
    const next = await edit(text);
    const tidied = next && (await tidy(text, next));
    return tidied !== undefined && runsIn(text, tidied) ? tidied : next;
  } catch (error) {
    if (error instanceof DocumentError) return undefined;
    throw error;
  }
}
