import type { Texts } from '../run.ts';

/** The lines that were there before and are not there now, in their order: `file: line`. */
export function lost(before: Texts, after: Texts): string[] {
  return Object.entries(before).flatMap(([path, text]) => {
    const left = (after[path] ?? '').split('\n').map(bare);
    const lines = text.split('\n');
    if (text.trim().split('\n').length === 1 && isWithin(text.trim(), left.join('\n'))) return [];
    let from = 0;
    return lines.flatMap((line) => {
      const index = left.indexOf(bare(line), from);
      if (index >= 0) from = index + 1;
      return index < 0 ? [`${path}: ${line}`] : [];
    });
  });
}

/** A line that became a list's last but one may gain a comma. */
const bare = (line: string): string => line.replace(/,?\r?$/, '');

/** A file of one line (a manifest, say) has all of its characters still, in their order. */
function isWithin(text: string, whole: string): boolean {
  let at = 0;
  for (const character of whole) if (character === text[at]) at += 1;
  return at === text.length;
}
