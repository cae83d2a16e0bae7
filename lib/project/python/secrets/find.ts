import type { Facts, Files } from '../../../types.ts';
import { lastOf, nameIn, placeIn, textIn } from '../syntax/ask.ts';
import type { Module, Value } from '../syntax/types.ts';
import { linesOf, nameOf } from '../text.ts';
import type { Read } from '../variables/read.ts';
import { isSecret, isSecretText, type Role } from './judge.ts';

/** Where the code holds a secret: `file:line` only, never a value. */
export function secretsOf(
  files: Files,
  modules: readonly Module[],
  reads: readonly Read[],
): Facts['secrets'] {
  const places = [
    ...modules.flatMap((module) => inModule(module)),
    ...reads
      .filter(
        ({ name, fallback, path }) =>
          fallback && !developer(path) && isSecret(name, fallback, 'fallback'),
      )
      .map(({ path, line }) => `${path}:${line}`),
    ...inIni(files),
  ];
  const evidence = [...new Set(places)].sort(byPlace);
  return evidence.length === 0 ? undefined : { evidence };
}

const developer = (path: string): boolean => /(?:^|[/_])(?:local|dev|development)\.py$/.test(path);

function inModule(module: Module): readonly string[] {
  const held = (name: string, value: Value | undefined, role: Role): boolean => {
    const text = textIn(value);
    return text !== undefined && isSecret(lastOf(name), text, role);
  };
  return [
    ...module.assignments.filter(({ target, value }) => held(nameOfTarget(target), value, 'held')),
    ...module.pairs.filter(({ key, value }) => held(textIn(key) ?? '', value, 'held')),
    ...module.calls.filter(({ keywords }) =>
      Object.entries(keywords).some(([name, value]) => held(name, value, 'argument')),
    ),
    ...module.texts.filter(({ text }) => isSecretText(text)),
  ].map((each) => placeIn(module, each));
}

/** `SECRET_KEY`, `app.secret_key`, `app.config["SECRET_KEY"]`. */
const nameOfTarget = (target: Value): string =>
  (target.kind === 'item'
    ? textIn(target.key)
    : (nameIn(target) ?? (target.kind === 'member' ? target.name : ''))) ?? '';

/** Addresses in alembic's file. */
const inIni = (files: Files): readonly string[] =>
  files
    .list()
    .filter((path) => nameOf(path) === 'alembic.ini')
    .flatMap((path) =>
      linesOf(files.read(path) ?? '').flatMap((line, index) => {
        const url = /^sqlalchemy\.url\s*=\s*(\S+)/.exec(line)?.[1];
        return url && !url.startsWith('driver:') && isSecretText(url)
          ? [`${path}:${index + 1}`]
          : [];
      }),
    );

function byPlace(a: string, b: string): number {
  const [fileA = '', fileB = ''] = [a, b].map((place) => place.replace(/:\d+$/, ''));
  const line = (place: string): number => Number(/\d+$/.exec(place)?.[0]);
  return fileA < fileB ? -1 : fileA > fileB ? 1 : line(a) - line(b);
}
