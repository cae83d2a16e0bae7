import { posix, relative, sep } from 'node:path';
import { filesOn } from '../files.ts';
import { gitRoot } from '../git.ts';
import type { Files } from '../types.ts';

/** The git repository around a project, or the project's own folder where there is none. */
export interface Repository {
  /** Absolute. */
  readonly root: string;
  /** What lies in it: lock files of a workspace, workflows. */
  readonly files: Files;
  /** The project's folder below the root, with `/`; '' at the root. */
  readonly path: string;
}

/** The repository that a folder lies in. */
export function repositoryOf(root: string, files: Files): Repository {
  const top = gitRoot(root);
  if (top === undefined || top === root) return { root, files, path: '' };
  return { root: top, files: filesOn(top), path: relative(top, root).split(sep).join('/') };
}

/** A view of the files below a folder. */
export function below(files: Files, folder: string): Files {
  if (folder === '') return files;
  const prefix = `${folder}/`;
  return {
    read: (path) => files.read(posix.join(folder, path)),
    list: () =>
      files.list().flatMap((path) => (path.startsWith(prefix) ? [path.slice(prefix.length)] : [])),
    passedOver: () =>
      (files.passedOver?.() ?? [])
        .filter(({ file }) => file.startsWith(prefix))
        .map((note) => ({ ...note, file: note.file.slice(prefix.length) })),
  };
}

/** The folders from a project's own up to the root of its repository, below the root. */
export function upwards(path: string): readonly string[] {
  const parts = path === '' ? [] : path.split('/');
  return Array.from({ length: parts.length + 1 }, (_, left) =>
    parts.slice(0, parts.length - left).join('/'),
  );
}
