import { posix } from 'node:path';
import type { Files, Note } from '../../types.ts';
import type { Listening } from './listen.ts';

/** Services that nx knows by `project.json` alone: without a manifest only that of the entry is looked at. */
export function nxNotes(
  files: Files,
  listening: readonly Listening[],
  entry: string | undefined,
): readonly Note[] {
  const holds = (folder: string, path: string | undefined): boolean =>
    path?.startsWith(`${folder}/`) ?? false;
  const apps = files
    .list()
    .filter((path) => posix.basename(path) === 'project.json' && path.includes('/'))
    .filter((path) => /"projectType"\s*:\s*"application"/.test(files.read(path) ?? ''))
    .map((path) => posix.dirname(path))
    .filter((folder) => files.read(`${folder}/package.json`) === undefined)
    .filter((folder) => listening.some(({ mount }) => holds(folder, mount.file)));
  const looked = apps.find((folder) => holds(folder, entry));
  if (looked === undefined) return [];
  return apps
    .filter((folder) => folder !== looked)
    .map((folder) => ({
      file: `${folder}/project.json`,
      message: `is a service without a manifest of its own, and was not looked at: ${looked} was`,
    }));
}
