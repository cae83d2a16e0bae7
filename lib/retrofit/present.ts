import { python } from '../languages/python.ts';
import type { Files } from '../types.ts';

/** Whether a Python project's own files name one of some packages among what it needs. */
export const declares = (theirs: Files, packages: readonly string[]): boolean => {
  const named = new RegExp(`(?<![\\w.-])(?:${packages.join('|')})(?![\\w-])`, 'i');
  return theirs
    .list()
    .filter((path) => python.declares?.(path) || /(?:^|\/)setup\.(?:cfg|py)$/.test(path))
    .some((path) => named.test((theirs.read(path) ?? '').replaceAll('_', '-')));
};

/** Whether the code of a Python project answers an address of the root already: `/metrics`. */
export const answers = (theirs: Files, address: string): boolean => {
  const name = address.slice(1);
  const route = new RegExp(`['"](?:\\^?/${name}/?|\\^?${name}/|\\^${name})\\$?['"]`);
  return theirs.list().some((path) => path.endsWith('.py') && route.test(theirs.read(path) ?? ''));
};
