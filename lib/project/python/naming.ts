import type { Files } from '../../types.ts';
import type { Module } from './syntax/types.ts';
import { below, folderOf, nameOf } from './text.ts';

/** How paths and dotted module names belong together. */
export interface Naming {
  /** The folder that a module's dotted name starts in; the process must run there. */
  root(path: string): string;
  /** `src/shop/main.py` → `shop.main`. */
  dotted(path: string): string;
  /** The file of a dotted name, seen from any import root that is known. */
  path(dotted: string): string | undefined;
}

/**
 * Finds import roots: a folder with `__init__.py` is a package, and so is one that the code imports
 * from by its name or whose modules import each other relatively; one with manage.py only where all
 * of that holds.
 */
export function namingOf(files: Files, modules: readonly Module[], base: string): Naming {
  const there = new Set(files.list());
  const folders = foldersOf(there);
  const packages = new Set(modules.flatMap((module) => packagesBy(module, there, folders)));
  const isPackage = (folder: string): boolean =>
    folder !== base &&
    folder !== '' &&
    (packages.has(folder) || there.has(`${folder}/__init__.py`)) &&
    (!there.has(`${folder}/manage.py`) || isImported(folder));
  // Django's own folder of manage.py may hold an idle __init__.py; what is imported by its path is a package.
  const isImported = (folder: string): boolean =>
    packages.has(folder) && there.has(`${folder}/__init__.py`);
  const known = new Map<string, string>();
  const rootAbove = (folder: string): string => {
    const found = known.get(folder) ?? (isPackage(folder) ? rootAbove(folderOf(folder)) : folder);
    known.set(folder, found);
    return found;
  };
  const root = (path: string): string => rootAbove(folderOf(path));
  const roots = [...new Set([base, ...modules.map(({ path }) => root(path)), below(base, 'src')])];
  return {
    root,
    dotted: (path) => dottedFrom(root(path), path),
    path: (dotted) => {
      const plain = dotted.replaceAll('.', '/');
      const names = roots.flatMap((folder) => [
        below(folder, `${plain}.py`),
        below(folder, `${plain}/__init__.py`),
      ]);
      return names.find((name) => there.has(name));
    },
  };
}

const dottedFrom = (root: string, path: string): string =>
  path
    .slice(root === '' ? 0 : root.length + 1)
    .replace(/\.py$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.');

/** Folders that a module's imports show to be packages though they have no `__init__.py`. */
function packagesBy(
  { path, modules }: Module,
  there: ReadonlySet<string>,
  folders: ReadonlySet<string>,
): readonly string[] {
  const folder = folderOf(path);
  const above = folder.split('/').map((_, index, all) => all.slice(0, index + 1).join('/'));
  const named = [...modules].flatMap((module) => {
    const [top = '', next = '', ...rest] = module.split('.');
    const tops = above.filter(
      (each) =>
        nameOf(each) === top &&
        next !== '' &&
        (there.has(`${each}/${next}.py`) || folders.has(`${each}/${next}`)),
    );
    const deeper = [next, ...rest].map((_, at, all) => all.slice(0, at + 1).join('/'));
    const within = tops.flatMap((each) => deeper.map((path) => `${each}/${path}`));
    return [...tops, ...within.filter((each) => folders.has(each))];
  });
  return [...modules].some((module) => module.startsWith('.')) ? [folder, ...named] : named;
}

/** Every folder that holds a file of Python's, and those above it. */
function foldersOf(there: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of there) {
    if (!path.endsWith('.py')) continue;
    for (
      let folder = folderOf(path);
      folder !== '' && !found.has(folder);
      folder = folderOf(folder)
    ) {
      found.add(folder);
    }
  }
  return found;
}
