/** Lines that were put into a text together, blank ones among them. */
export type Run = readonly string[];

const linesOf = (text: string): readonly string[] => text.split(/\r?\n/);
const isBlank = (line: string | undefined): boolean => line?.trim() === '';

/**
 * The runs of lines that a text has and another, which it came from, has not; undefined where a line
 * of the other was changed, or only a blank one was put in.
 */
export function runsIn(before: string, after: string): readonly Run[] | undefined {
  const [old, lines] = [linesOf(before), linesOf(after)];
  const isNew: boolean[] = [];
  let at = 0;
  for (const line of lines) {
    isNew.push(old[at] !== line);
    if (!isNew.at(-1)) at += 1;
  }
  if (at < old.length) return undefined;
  for (let i = 0; i < lines.length; i += 1)
    if (isNew[i] && isBlank(lines[i])) slide(lines, isNew, i);
  const runs: string[][] = [];
  for (const [i, line] of lines.entries()) {
    if (!isNew[i]) continue;
    if (isNew[i - 1]) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  return runs.some((run) => run.every(isBlank)) ? undefined : runs;
}

/** A blank line alone stands with the nearest run: old and new blank lines are the same. */
function slide(lines: readonly string[], isNew: boolean[], i: number): void {
  if (isNew[i - 1] || isNew[i + 1]) return;
  const end = (step: 1 | -1): number => {
    let at = i + step;
    while (!isNew[at] && isBlank(lines[at])) at += step;
    return at;
  };
  const [back, on] = [end(-1), end(1)];
  const to = isNew[back] ? back + 1 : isNew[on] ? on - 1 : undefined;
  if (to === undefined) return;
  isNew[i] = false;
  isNew[to] = true;
}

/** A text without runs: each whole where it is, else its lines as far as they are there. */
export function withoutRuns(text: string, runs: readonly Run[]): string {
  const lines = text.split('\n');
  const bare = (line: string | undefined): string => line?.replace(/\r$/, '') ?? '';
  const take = (start: number, count: number): void => {
    lines.splice(start, count);
    // What is the text's last line now has no line end of its own.
    if (start === lines.length && start > 0) lines[start - 1] = bare(lines[start - 1]);
  };
  for (const run of runs) {
    const start = lines.findIndex((_, i) => run.every((line, k) => bare(lines[i + k]) === line));
    if (start >= 0) take(start, run.length);
    else
      for (const line of run.filter((each) => !isBlank(each))) {
        const index = lines.findIndex((each) => bare(each) === line);
        if (index >= 0) take(index, 1);
      }
  }
  return lines.join('\n');
}

/** The runs as they are kept, and back. */
export const runsText = (runs: readonly Run[]): string =>
  runs.map((run) => run.join('\n')).join('\f');
export const runsOf = (text: string | undefined): readonly Run[] =>
  text ? text.split('\f').map((run) => run.split('\n')) : [];
