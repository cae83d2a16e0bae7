import { type Dirent, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { gitRoot } from '../git.ts';

/** One file of patterns, with the folder that they count from; '' is the root of the walk. */
interface Rule {
  readonly patterns: Ignore;
  /** The path of a file as the patterns see it. */
  readonly seen: (path: string) => string;
}

/** What git ignores, the nearest file of patterns first. */
export type Rules = readonly Rule[];

/** Whether git ignores a path (a folder ends in `/`): the nearest pattern that is about it decides. */
export function ignoredBy(rules: Rules, path: string): boolean {
  for (const { patterns, seen } of rules) {
    const { ignored, unignored } = patterns.test(seen(path));
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** The patterns of a folder's own `.gitignore`. */
export function rulesIn(root: string, folder: string, entries: readonly Dirent[]): Rules {
  if (!entries.some((entry) => entry.name === '.gitignore' && entry.isFile())) return [];
  const start = folder === '' ? 0 : folder.length + 1;
  return ruleOf(join(root, folder, '.gitignore'), (path) => path.slice(start));
}

/** The patterns of the repository's folders above, and of its own exclude file. */
export function rulesAbove(root: string): Rules {
  const top = gitRoot(root);
  if (top === undefined) return [];
  const below = relative(top, root).split(sep).filter(Boolean);
  const above = below.map((_, up) => {
    const inner = below.slice(up).join('/');
    const folder = join(top, ...below.slice(0, up));
    return ruleOf(join(folder, '.gitignore'), (path) => `${inner}/${path}`);
  });
  const whole = below.length === 0 ? '' : `${below.join('/')}/`;
  const exclude = ruleOf(join(top, '.git/info/exclude'), (path) => whole + path);
  return [...above.reverse().flat(), ...exclude];
}

function ruleOf(file: string, seen: Rule['seen']): Rules {
  try {
    return [{ patterns: ignore().add(readFileSync(file, 'utf8')), seen }];
  } catch {
    return [];
  }
}
