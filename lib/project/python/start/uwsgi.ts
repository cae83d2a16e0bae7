import type { Files } from '../../../types.ts';
import { readIni } from '../manifests/ini.ts';
import { type Manifests, requirementOf } from '../manifests/read.ts';
import { below, nameOf } from '../text.ts';
import type { Found } from './real.ts';

/** uWSGI's own file, where the project has uWSGI and nothing else says how it is started. */
export function byUwsgi(files: Files, manifests: Manifests): Found | undefined {
  const path = [below(manifests.base, 'uwsgi.ini'), 'uwsgi.ini'].find(
    (each) => entriesOf(files, each).length > 0,
  );
  const found = requirementOf(manifests, 'uwsgi', 'pyuwsgi');
  if (path === undefined || !found || found.dev) return undefined;
  // Without it SIGTERM means: load all anew.
  const dies = entriesOf(files, path).some(({ key }) => key === 'die-on-term');
  return {
    words: ['uwsgi', '--ini', path, ...(dies ? [] : ['--die-on-term'])],
    place: `${path}:1`,
  };
}

/** A command line with what a file of uWSGI's adds to it, as options. */
export function withIni(files: Files, words: readonly string[]): readonly string[] {
  if (words[0] !== 'uwsgi') return words;
  const named = words
    .map((word) => word.replace(/^--ini=/, ''))
    .find((word) => /\.ini$/.test(word));
  const path = files.list().find((each) => each === named || nameOf(each) === nameOf(named ?? ''));
  const entries = path === undefined ? [] : entriesOf(files, path);
  const value = (key: string): string => entries.find((each) => each.key === key)?.values[0] ?? '';
  const module = value('module') || value('wsgi');
  const object = value('callable');
  const target = object === '' || module.includes(':') ? module : `${module}:${object}`;
  const options = entries
    .filter(({ key }) => key !== 'module' && key !== 'wsgi' && key !== 'callable')
    .map(({ key, values: [first = ''] }) => `--${key}=${first}`);
  return [...words, ...(target === '' ? [] : [`--module=${target}`]), ...options];
}

const entriesOf = (files: Files, path: string) =>
  readIni(files.read(path) ?? '').filter(({ section }) => section === 'uwsgi');
