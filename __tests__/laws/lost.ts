import type { Texts } from '../run.ts';

/** The lines that were there before and are not there now, in their order: `file: line`. */
export function lost(before: Texts, after: Texts): string[] {
  return Object.entries(before).flatMap(([path, text]) => {
    const left = (after[path] ?? '').split('\n').map(bare);
    const lines = text.split('\n');
    let from = 0;
    return lines.flatMap((line) => {
      const index = left.findIndex((now, at) => at >= from && isKept(bare(line), now));
      if (index >= 0) from = index + 1;
      return index < 0 ? [`${path}: ${line}`] : [];
    });
  });
}

/** A line that became a list's last but one may gain a comma. */
const bare = (line: string): string => line.replace(/,?\r?$/, '');

/** A list or an object in one line may gain items: its characters are there still, in their order. */
function isKept(line: string, now: string): boolean {
  if (line === now || !/[[{].*[\]}]/.test(line)) return line === now;
  let at = 0;
  for (const character of now) if (character === line[at]) at += 1;
  return at === line.length && now.startsWith(line.slice(0, line.search(/[[{]/)));
}
