import { words } from '../../words.ts';

/** One simple command of a shell script, in words, and its line from 1. */
export interface Command {
  readonly words: readonly string[];
  readonly line: number;
}

const keywords = new Set(['then', 'else', 'do', '{', '(', '!', 'if', 'while', 'until', 'elif']);
const parts = /(?:[^\s"'&|;]|(?<!&)&(?!&)|"(?:\\.|[^"\\])*"|'[^']*'|\s(?!\|))+/g;

/** The simple commands of a script: continued lines joined; lists, pipes and conditions taken apart. */
export function commandsIn(text: string): readonly Command[] {
  const found: Command[] = [];
  let joined = '';
  let start = 1;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (joined === '') start = index + 1;
    if (/^\s*#/.test(line)) continue;
    const continued = /\\\s*$/.test(line);
    joined += line.replace(/\\\s*$/, ' ');
    if (continued) continue;
    const at = start;
    found.push(...(joined.match(parts) ?? []).flatMap((each) => simple(each, at)));
    joined = '';
  }
  return found;
}

function simple(text: string, line: number): readonly Command[] {
  const all = words(text.trim().replace(/\s&$|\)$/, ''));
  const first = all.findIndex((word) => !keywords.has(word) && !/^\w+=/.test(word));
  return first < 0 ? [] : [{ words: all.slice(first), line }];
}
