import { posix } from 'node:path';
import type { MadeFile, Project } from '../types.ts';
import type { Code } from './code.ts';

/** A new file of the code, and how another file gets what it gives. */
export interface Module {
  readonly file: MadeFile;
  /** The name by which a file of the project imports it. */
  source(from: string): string;
}

/** The statement that takes names in from a module, or only runs it. */
export const importOf = (source: string, names?: string): string =>
  names ? `import { ${names} } from '${source}';` : `import '${source}';`;

/** The same as a file of that flavour writes it. */
export function takeIn({ flavour }: Code, source: string, names?: string): string {
  if (flavour !== 'cjs') return importOf(source, names);
  return names ? `const { ${names} } = require('${source}');` : `require('${source}');`;
}

/** A new file beside the entry, under the first of the names that is free, from a folder of templates. */
export function moduleOf(
  project: Project,
  { flavour, entry, folder, end }: Code,
  template: string,
  names: readonly string[],
): Module {
  const taken = new Set(project.theirs.list().map((path) => path.replace(/\.[^./]+$/, '')));
  const isTaken = (name: string): boolean => {
    const path = posix.join(folder, name);
    return taken.has(path) || taken.has(`${path}/index`);
  };
  const name = names.find((each) => !isTaken(each)) ?? `twelve-factor-${names[0]}`;
  const path = posix.join(folder, name + end);
  return {
    file: { path, template: `${template}.${flavour}`, like: entry },
    source: (from) => specifier(project, flavour, from, path),
  };
}

/** Whether a file takes in a neighbour of the user's with one of the names: what it gives is there. */
export function takesIn({ theirs }: Project, from: string, names: readonly string[]): boolean {
  const folder = posix.dirname(from);
  const there = names.filter((name) =>
    theirs.list().some((path) => path.replace(/\.[cm]?[jt]sx?$/, '') === posix.join(folder, name)),
  );
  const taken = new RegExp(`['"]\\./(?:${there.join('|')})(?:\\.[cm]?[jt]s)?['"]`);
  return there.length > 0 && taken.test(theirs.read(from) ?? '');
}

/** The name by which one file of the project imports another. */
export function specifier(
  project: Project,
  flavour: Code['flavour'],
  from: string,
  path: string,
): string {
  const relative = posix.relative(posix.dirname(from), path);
  const to = relative.startsWith('.') ? relative : `./${relative}`;
  return to.replace(/\.([cm]?)[jt]s$/, (end, kind: string) =>
    ending(project, flavour, from, end, kind),
  );
}

function ending(
  project: Project,
  flavour: Code['flavour'],
  from: string,
  end: string,
  kind: string,
): string {
  if (flavour === 'cjs') return end === '.cjs' ? end : '';
  const { facts } = project;
  if (flavour === 'mjs') return facts.module?.value === 'esm' || kind ? end : '';
  const style = importStyle(project, from);
  if (style === '.ts') return end;
  return style === '.js' || (style === undefined && facts.module?.value === 'esm')
    ? `.${kind}js`
    : '';
}

/** How the file, else the entry, else the first file of TypeScript ends the names of its neighbours; undefined: not known. */
function importStyle({ facts, theirs }: Project, from: string): '' | '.js' | '.ts' | undefined {
  const sources = theirs.list().filter((path) => /(?<!\.d)\.[cm]?tsx?$/.test(path));
  for (const path of [from, facts.entry?.value ?? from, ...sources]) {
    const text = theirs.read(path) ?? '';
    const names = [...text.matchAll(/(?:from|import)\s*['"](\.{1,2}\/[^'"]+)['"]/g)];
    const some = (end: RegExp): boolean => names.some(([, name = '']) => end.test(name));
    if (names.length > 0) return some(/\.[cm]?ts$/) ? '.ts' : some(/\.[cm]?js$/) ? '.js' : '';
  }
  return undefined;
}
