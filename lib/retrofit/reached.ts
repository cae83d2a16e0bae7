import { posix } from 'node:path';
import { isSource, resolve } from '../project/node/code/code.ts';
import type { Project } from '../types.ts';

/** What takes in a module when it runs: types alone are gone by then. */
const taken =
  /(?:\b(?:import|export)\b(?!\s+type\b)[^'";]*?\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(["'])([^"'\n]+)\1/g;

/** The files of a Node project that run where its entry does, by path: their texts. */
export function reachedFrom({ theirs }: Project, entry: string): ReadonlyMap<string, string> {
  const paths = new Set(theirs.list());
  const reached = new Map<string, string>();
  const look = [posix.normalize(entry)];
  for (let path = look.pop(); path !== undefined; path = look.pop()) {
    const text = reached.has(path) ? undefined : theirs.read(path);
    if (text === undefined) continue;
    reached.set(path, text);
    for (const [, , specifier = ''] of text.matchAll(taken)) {
      const file = resolve(paths, path, specifier);
      if (file !== undefined && isSource(file)) look.push(file);
    }
  }
  return reached;
}
