import { posix } from 'node:path';
import type { Files } from '../../types.ts';
import { type Manifest, readManifest } from './manifest.ts';

interface Package {
  /** Its folder, '' for the project's own. */
  readonly folder: string;
  readonly manifest: Manifest;
  readonly path: string;
  readonly text: string;
}

/** The manifest that rules how a file is loaded: the nearest above it, as Node looks for it. */
export function nearestPackage(files: Files, file: string): Package | undefined {
  for (let folder = posix.dirname(file); ; folder = posix.dirname(folder)) {
    const path = posix.join(folder, 'package.json');
    const text = files.read(path);
    if (text !== undefined)
      return {
        folder: folder === '.' ? '' : folder,
        manifest: readManifest(text, path),
        path,
        text,
      };
    if (folder === '.' || folder === '/') return undefined;
  }
}

/** The folder of the package that a file belongs to; a manifest that only says a type makes none. */
export function packageOf(files: Files, file: string): string {
  const found = nearestPackage(files, file);
  if (!found || found.folder === '') return '';
  const { name, dependencies, scripts } = found.manifest;
  const isOwn = name !== undefined || dependencies !== undefined || scripts !== undefined;
  return isOwn ? found.folder : packageOf(files, found.folder);
}
