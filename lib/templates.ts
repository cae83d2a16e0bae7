import { readdirSync, readFileSync } from 'node:fs';
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
const texts = new Map<string, string>();

/** The templates as they lie in the package; each is read once. */
export const templates: Templates = {
  read(path) {
    const known = texts.get(path);
    if (known !== undefined) return known;
    const text = readFileSync(join(root, path), 'utf8');
    texts.set(path, text);
    return text;
  },
  list: (folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(root, folder).length + 1))
      .map((path) => path.split(sep).join('/'))
      .sort(),
};
