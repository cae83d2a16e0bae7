import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { packageRoot } from './package-root.ts';

/** The templates of the tool; paths are relative to `generators/`, with `/`. */
export interface Templates {
  /** The text of a template. Throws where there is none: nothing dangles. */
  read(path: string): string;
  /** The files below a folder, relative to it, sorted. */
  list(folder: string): readonly string[];
}

const root = join(packageRoot, 'generators');
/** All templates as one file, which the bundle has beside it: several hundred are slow to read. */
const bundled = new URL('templates.json', import.meta.url);

/** The templates as they lie in the sources, by path. */
export function templateFiles(): Readonly<Record<string, string>> {
  const found = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name));
  const named = files.map((file) => [file, file.slice(root.length + 1).replaceAll(sep, '/')]);
  const own = named.filter(([, path = '']) => /^[^/]+\/templates\//.test(path));
  return Object.fromEntries(own.map(([file = '', path]) => [path, readFileSync(file, 'utf8')]));
}

let texts: ReadonlyMap<string, string> | undefined;

function all(): ReadonlyMap<string, string> {
  texts ??= new Map(
    Object.entries<string>(
      existsSync(bundled) ? JSON.parse(readFileSync(bundled, 'utf8')) : templateFiles(),
    ),
  );
  return texts;
}

/** The templates; all are read at the first. */
export const templates: Templates = {
  read(path) {
    const text = all().get(path);
    if (text === undefined) throw new Error(`no template ${path}`);
    return text;
  },
  list: (folder) =>
    [...all().keys()]
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => path.slice(folder.length + 1))
      .sort(),
};
