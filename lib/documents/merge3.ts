import { diff3Merge } from 'node-diff3';
import { eolOf } from './text.ts';

interface Region {
  ok?: string[];
  conflict?: { a: string[]; b: string[] };
}

/** The outcome of a merge; a conflict has git's markers around both sides. */
export interface Merged {
  text: string;
  conflict: boolean;
}

/** Merges what changed from base to mine and from base to theirs, by lines, in mine's endings. */
export function merge3(base: string, mine: string, theirs: string): Merged {
  const eol = eolOf(mine);
  const regions: Region[] = diff3Merge(
    linesOf(mine),
    linesOf(withEol(base, eol)),
    linesOf(withEol(theirs, eol)),
    { excludeFalseConflicts: true },
  );
  const lines = regions.flatMap(({ ok, conflict }) => ok ?? marked(conflict, eol));
  return { text: lines.join('\n'), conflict: regions.some(({ conflict }) => conflict) };
}

function marked(conflict: Region['conflict'], eol: string): string[] {
  const tail = eol.slice(0, -1);
  const [a, b] = [conflict?.a ?? [], conflict?.b ?? []];
  return [`<<<<<<< mine${tail}`, ...a, `=======${tail}`, ...b, `>>>>>>> theirs${tail}`];
}

/** Lines with the carriage return that ends them, so that mixed endings stay. */
const linesOf = (text: string) => text.split('\n');

const withEol = (text: string, eol: string) => text.replaceAll(/\r?\n/g, eol);
