import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImagineError } from './errors.ts';
import type { Files } from './types.ts';

/** Folders that hold no source of the project's own. */
const skipped = new Set([
  ...['.git', '.hg', '.svn', 'node_modules', 'bower_components', 'vendor', 'dist', 'build', 'out'],
  ...['coverage', '.venv', 'venv', '__pycache__', '.tox', '.next', '.nuxt', 'target', '.idea'],
  ...['.vscode', '.yarn', '.pnpm-store', 'tmp', 'log', 'logs'],
]);
const largest = 1_000_000;
const mostFiles = 3_000;

/** A project's files on disk, read when asked and kept; bounded in size, number and depth. */
export function filesOn(root: string): Files {
  const texts = new Map<string, string | undefined>();
  let listed: readonly string[] | undefined;
  return {
    read(path) {
      if (!texts.has(path)) texts.set(path, readText(join(root, path), path));
      return texts.get(path);
    },
    list: () => (listed ??= walk(root)),
  };
}

function readText(path: string, shown: string): string | undefined {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (!stats?.isFile() && !stats?.isSymbolicLink()) return undefined;
    const bytes = readFileSync(path);
    if (bytes.length > largest || bytes.includes(0)) return undefined;
    return bytes.toString('utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
    throw new ImagineError(`${shown}: can't be read (${code}); mend its permissions`);
  }
}

/** Paths breadth first, so that the bound cuts the deepest away; sorted at the end. */
function walk(root: string): readonly string[] {
  const found: string[] = [];
  let folders = [''];
  while (folders.length > 0 && found.length < mostFiles) {
    const next: string[] = [];
    for (const folder of folders) {
      for (const entry of entries(join(root, folder))) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory() && !skipped.has(entry.name)) next.push(path);
        else if (entry.isFile() && found.length < mostFiles) found.push(path);
      }
    }
    folders = next;
  }
  return found.sort();
}

const entries = (path: string) =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    : [];

/** Files in memory, for tests and for planning over what earlier generators of a run wrote. */
export const filesOf = (texts: Readonly<Record<string, string>>): Files => ({
  read: (path) => texts[path],
  list: () => Object.keys(texts).sort(),
});
