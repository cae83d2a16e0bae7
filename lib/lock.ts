import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Note, Project } from './types.ts';

const addresses = /https?:\/\/(?:[^/@\s"']*@)?([\w.-]+)/g;

const hostsIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(addresses)].map(([, host = '']) => host));

/** What can't be read tells nothing: the lock file is made already. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/**
 * What is to be said of a lock file that was just made: that it names an index which only the
 * user's own settings know, not the project's. Others may not reach it, nor be meant to know of it.
 */
export function lockNotes(
  root: string,
  { manager, stack }: Pick<Project, 'manager' | 'stack'>,
  env: NodeJS.ProcessEnv = process.env,
): readonly Note[] {
  const { index, lockFile } = manager;
  if (!index) return [];
  const variables = Object.keys(env).filter((name) => index.variables.test(name));
  const settings = [
    ...variables.map((name) => env[name] ?? ''),
    ...index.settings.map((path) => textOf(path.replace(/^~/, homedir()))),
  ];
  const own = hostsIn(settings.join('\n'));
  const declared = hostsIn(
    [stack.language.manifest, ...index.declared].map((path) => textOf(join(root, path))).join('\n'),
  );
  const named = [...hostsIn(textOf(join(root, lockFile)))].filter(
    (host) => own.has(host) && !declared.has(host),
  );
  if (named.length === 0) return [];
  const message = `names ${named.sort().join(', ')}, which your own settings chose; where others have no access, ${index.advice}`;
  return [{ file: lockFile, message }];
}
