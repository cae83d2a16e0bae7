import type { Naming } from '../naming.ts';
import { nameIn, placeIn, textIn } from '../syntax/ask.ts';
import type { Module } from '../syntax/types.ts';
import { folderOf } from '../text.ts';
import type { Application } from './choose.ts';

/** What settings name as the application: `WSGI_APPLICATION = "config.wsgi.application"`. */
export function djangoApplication(
  modules: readonly Module[],
  naming: Naming,
  protocol: 'wsgi' | 'asgi',
): Application | undefined {
  const setting = `${protocol.toUpperCase()}_APPLICATION`;
  for (const module of modules) {
    const found = module.assignments.find(({ target }) => nameIn(target) === setting);
    const dotted = textIn(found?.value);
    const cut = dotted?.lastIndexOf('.') ?? -1;
    const path = dotted && naming.path(dotted.slice(0, cut));
    if (dotted && path) {
      const target = `${dotted.slice(0, cut)}:${dotted.slice(cut + 1)}`;
      const place = placeIn(module, found ?? { line: 1 });
      return { target, root: naming.root(path), path, line: 1, place, protocol };
    }
  }
  return undefined;
}

/** The settings module that the process loads, and manage.py's folder. */
export interface Django {
  readonly manage: string | undefined;
  readonly folder: string;
  /** Every module with settings, the one that others build on first. */
  readonly settings: readonly Module[];
}

/** Where a Django project keeps what. */
export function djangoIn(paths: readonly string[], modules: readonly Module[]): Django {
  const [manage] = paths
    .filter((path) => /(?:^|\/)manage\.py$/.test(path) && !/(?:^|\/)tests?\//.test(path))
    .sort((a, b) => a.split('/').length - b.split('/').length);
  const settings = modules
    .filter(({ assignments }) => assignments.some(({ target }) => marks.has(nameIn(target) ?? '')))
    .sort((a, b) => b.assignments.length - a.assignments.length);
  return { manage, folder: folderOf(manage ?? ''), settings };
}

const marks = new Set(['INSTALLED_APPS', 'ROOT_URLCONF', 'DATABASES', 'MIDDLEWARE']);

/** The assignment of a setting, as evidence, wherever it stands. */
export function settingPlace(settings: readonly Module[], name: string): string | undefined {
  for (const module of settings) {
    const found = module.assignments.find(({ target }) => nameIn(target) === name);
    if (found) return placeIn(module, found);
  }
  return undefined;
}
