import { frameworks } from '../project/python/application/frameworks.ts';
import type { Project } from '../types.ts';

/** What makes an application of a framework, by its own name. */
const makers = new Set(
  frameworks.flatMap(({ makes }) => makes.map((name) => name.replace(/^.*\./, ''))),
);

/** Whether a function makes the application that returns what it was put into: it may be of any kind. */
export function isWrapped({ theirs }: Project, entry: string, object: string): boolean {
  const made = new RegExp(`^${object}(?:\\s*:[^=\\n]+)?\\s*=\\s*(\\w+)\\(`, 'm');
  const maker = made.exec(theirs.read(entry) ?? '')?.[1];
  if (maker === undefined) return false;
  const body = new RegExp(`^def ${maker}\\(.*(?:\\r?\\n(?:[ \\t)].*)?)*`, 'm');
  return theirs
    .list()
    .filter((path) => path.endsWith('.py'))
    .map(
      (path) => /^ {1,4}return (\w+)\(/m.exec(body.exec(theirs.read(path) ?? '')?.[0] ?? '')?.[1],
    )
    .some((name) => name !== undefined && !makers.has(name));
}
