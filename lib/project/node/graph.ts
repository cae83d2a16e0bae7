import type { Code } from './code/code.ts';
import type { Listening } from './listen.ts';

/** The places where what starts listens, first; a server further off, whose port nobody knows, is none of it. */
export function fromEntry(
  code: Code,
  listening: readonly Listening[],
  entry: string | undefined,
): readonly Listening[] {
  if (entry === undefined || listening.length === 0 || !code.get(entry)) return listening;
  const reached = reachedFrom(code, entry);
  const own = listening.filter(({ mount }) => reached.has(mount.file));
  const others = listening.filter(({ mount }) => !reached.has(mount.file));
  return [...own, ...others.filter(({ port }) => port !== undefined)];
}

/** Whether what a file starts listens, in the file itself or in one that it imports. */
export function reaches(code: Code, entry: string, listening: readonly Listening[]): boolean {
  const reached = reachedFrom(code, entry);
  return listening.some(({ mount }) => reached.has(mount.file));
}

const imports = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(["'`])([^"'`\n]+)\1/g;

/** The files that a file imports, directly and further on. */
function reachedFrom(code: Code, entry: string): ReadonlySet<string> {
  const reached = new Set([entry]);
  for (const path of reached) {
    for (const [, , specifier = ''] of (code.get(path)?.text ?? '').matchAll(imports)) {
      const file = code.resolve(path, specifier);
      if (file !== undefined) reached.add(file);
    }
  }
  return reached;
}
