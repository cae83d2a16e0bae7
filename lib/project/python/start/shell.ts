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

/** Variables that whoever deploys sets: they stay as they are written, with the script's default. */
const deployed = /PORT|HOST|WORKERS|CONCURRENCY|TIMEOUT|THREADS|LEVEL/;

/** A script with the variables filled in that it gives a value or a default itself. */
export function filled(text: string): string {
  const values = new Map<string, string>();
  const defaulted = new Map<string, string>();
  const fill = (line: string): string =>
    line.replaceAll(/\$(?:\{(\w+)\}|(\w+))/g, (whole, braced?: string, bare?: string) => {
      const name = braced ?? bare ?? '';
      return (deployed.test(name) ? defaulted.get(name) : values.get(name)) ?? whole;
    });
  return text.replaceAll(/^.*$/gm, (line) => {
    const [, name, raw = ''] = /^\s*(?:export\s+)?(\w+)=(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined) return fill(line);
    const value = raw.replace(/^"(.*)"$|^'(.*)'$/, '$1$2');
    const fallback = /^\$\{\w+:?-(.*)\}$/.exec(value)?.[1] ?? value;
    if (/^\$\{\w+:?-[\w./-]+\}$/.test(value)) defaulted.set(name, value);
    values.set(name, fill(fallback.replace(/^"(.*)"$|^'(.*)'$/, '$1$2')));
    return line;
  });
}
