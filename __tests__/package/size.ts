import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** The bytes of all files below a folder. */
export const sizeOf = (folder: string): number =>
  filesBelow(folder).reduce((sum, path) => sum + lstatSync(path).size, 0);

/** How many packages are installed below a folder. */
export function countOf(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const isPackage = (name: string): boolean =>
    /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/@.][^/]*$/.test(name) &&
    existsSync(join(folder, name, 'package.json'));
  return names.filter(isPackage).length;
}
