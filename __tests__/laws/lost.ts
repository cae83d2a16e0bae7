import type { Texts } from '../run.ts';

/** The lines that were there before and are not there now, in their order: `file: line`. */
export function lost(before: Texts, after: Texts): string[] {
  return Object.entries(before).flatMap(([path, text]) => {
    const left = (after[path] ?? '').split('\n').map(bare);
    const lines = text.split('\n');
    let from = 0;
    return lines.flatMap((line) => {
      const whole = left.findIndex((now, at) => at >= from && isKept(bare(line), now));
      const index = whole < 0 ? parted(bare(line), left, from) : whole;
      if (index >= 0) from = index + 1;
      return index < 0 ? [`${path}: ${line}`] : [];
    });
  });
}

/** A line that became a list's last but one may gain a comma. */
const bare = (line: string): string => line.replace(/,?\r?$/, '');

/** Where a list's items were put between the beginning of a line and its end, in lines of their own. */
function parted(line: string, left: readonly string[], from: number): number {
  const bracket = Math.max(line.indexOf(']'), line.indexOf('}'), line.indexOf(')'));
  const [start, end] = [line.slice(0, bracket), line.slice(bracket)];
  if (bracket < 1) return -1;
  const first = left.findIndex((now, at) => at >= from && now.startsWith(start.trimEnd()));
  return first < 0 ? -1 : left.findIndex((now, at) => at >= first && now.endsWith(end));
}

/** A list or an object in one line may gain items: its characters are there still, in their order. */
function isKept(line: string, now: string): boolean {
  if (line === now || !/[[{].*[\]}]/.test(line)) return line === now;
  let at = 0;
  for (const character of now) if (character === line[at]) at += 1;
  return at === line.length && now.startsWith(line.slice(0, line.search(/[[{]/)));
}
