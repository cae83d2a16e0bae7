import { posix } from 'node:path';
import { ImagineError } from '../errors.ts';
import { readState } from '../state.ts';
import type { Files } from '../types.ts';
import { appsIn } from './apps.ts';
import { below, type Repository } from './repository.ts';

/** The app of a monorepo that a run works on, or the whole folder (path ''). */
export interface App {
  readonly path: string;
  readonly files: Files;
  /** All apps of the monorepo, below the root of the repository. */
  readonly apps: readonly string[];
}

interface Wanted {
  readonly files: Files;
  readonly given: Readonly<Record<string, unknown>>;
  readonly choose?: (question: string, names: readonly string[]) => Promise<string>;
}

/** Chooses the app: `--app`, the only one, or what is answered. Throws where nobody can be asked. */
export async function chooseApp(start: Wanted, around: Repository): Promise<App> {
  const { files, given } = start;
  const adopted = given.app === undefined && readState(files).concerns.length > 0;
  const apps = adopted ? [] : await appsIn(files);
  const path = given.app === undefined ? await pick(start, apps) : named(given.app, files, apps);
  const inside = apps.map((app) => posix.join(around.path, app));
  const all = around.path === '' ? inside : await appsIn(around.files);
  return { path, files: below(files, path), apps: all };
}

async function pick({ choose }: Wanted, apps: readonly string[]): Promise<string> {
  if (apps.length < 2) return apps[0] ?? '';
  if (choose) return choose('Which app of this monorepo?', apps);
  throw new ImagineError(`several apps are here: say which with --app: ${apps.join(', ')}`);
}

function named(given: unknown, files: Files, apps: readonly string[]): string {
  const path = posix.normalize(String(given)).replace(/^\.\/?|\/$/g, '');
  const leaves = path.startsWith('..') || posix.isAbsolute(path);
  const there = path === '' || files.list().some((file) => file.startsWith(`${path}/`));
  if (!leaves && there) return path;
  const can = apps.length > 0 ? `; it can be ${apps.join(', ')}` : '';
  throw new ImagineError(`--app ${given}: no app of this project${can}`);
}
