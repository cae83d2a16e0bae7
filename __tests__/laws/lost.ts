import type { Texts } from '../run.ts';

/** The lines that were there before and are not there now, in their order: `file: line`. */
export function lost(before: Texts, after: Texts): string[] {
  return Object.entries(before).flatMap(([path, text]) => {
    const left = (after[path] ?? '').split('\n').map(bare);
    let from = 0;
    return text.split('\n').flatMap((line) => {
      const index = left.indexOf(bare(line), from);
      if (index >= 0) from = index + 1;
      return index < 0 ? [`${path}: ${line}`] : [];
    });
  });
}

/** A line that became a list's last but one may gain a comma. */
const bare = (line: string): string => line.replace(/,?\r?$/, '');
