import type { Code } from '../../project/node/code/code.ts';
import type { Source } from '../../project/node/code/syntax.ts';
import { stepsOf } from './steps.ts';

/** A place in a file. */
export interface Place {
  readonly path: string;
  readonly start: number;
}

const imports = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(["'`])([^"'`\n]+)\1/g;
/** A file that is taken in by a name which only the running code knows. */
const computed = /\b(?:require|import)\s*\(\s*(?:[^'"`\s)]|`[^`]*\$\{)/;

const taken = new WeakMap<Source, readonly string[]>();

/** The files of the project that a file names. */
function takenBy(code: Code, source: Source): readonly string[] {
  const known = taken.get(source);
  if (known) return known;
  const names = [...source.text.matchAll(imports)].map(([, , name = '']) => name);
  const files = names.flatMap((name) => code.resolve(source.path, name) ?? []);
  taken.set(source, files);
  return files;
}

/** How one file comes to another: by the names in the code, perhaps by a computed one, or not. */
export function reaches(code: Code, from: string, to: string): 'surely' | 'perhaps' | undefined {
  const reached = new Set([from]);
  let perhaps = false;
  for (const path of reached) {
    const source = code.get(path);
    if (path === to) return 'surely';
    if (!source) continue;
    for (const file of takenBy(code, source)) reached.add(file);
    perhaps ||= computed.test(source.text);
  }
  return perhaps ? 'perhaps' : undefined;
}

/** Whether a file loads `.env` itself, all that it takes in aside. */
export const isLoading = (code: Code, path: string): boolean => {
  const source = code.get(path);
  return source !== undefined && stepsOf(source).some((step) => step.source === undefined);
};

/** Whether a file that is run loads `.env` before it comes to a place, in it or in another file. */
export function loadsBefore(
  code: Code,
  path: string,
  place: Place,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  const source = code.get(path);
  if (!source || seen.has(path)) return false;
  for (const { start, source: name } of stepsOf(source)) {
    if (path === place.path && start >= place.start) return false;
    if (name === undefined) return true;
    const file = code.resolve(path, name);
    if (file === undefined) continue;
    if (reaches(code, file, place.path) === 'surely')
      return loadsBefore(code, file, place, new Set([...seen, path]));
    if (isLoading(code, file)) return true;
  }
  return false;
}
