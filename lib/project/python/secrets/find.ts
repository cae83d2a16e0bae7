import type { Facts, Files } from '../../../types.ts';
import { lastOf, nameIn, textIn } from '../syntax/ask.ts';
import type { Module, Scope, Value } from '../syntax/types.ts';
import { linesOf, nameOf } from '../text.ts';
import type { Read } from '../variables/read.ts';
import { isSecret, isSecretText, type Role } from './judge.ts';

/** Where the code holds a secret: `file:line` only, never a value. */
export function secretsOf(
  files: Files,
  modules: readonly Module[],
  reads: readonly Read[],
): Facts['secrets'] {
  const found = modules.flatMap((module) => hardcodedIn(module, reads));
  const places = [...found.map(({ path, line }) => `${path}:${line}`), ...inIni(files)];
  const evidence = [...new Set(places)].sort(byPlace);
  return evidence.length === 0 ? undefined : { evidence };
}

const developer = (path: string): boolean => /(?:^|[/_])(?:local|dev|development)\.py$/.test(path);

/** A literal of the code that is a secret. */
export interface Hardcoded {
  readonly path: string;
  /** Of the statement that shows it, from 1. */
  readonly line: number;
  /** Where the literal begins, in characters. */
  readonly start: number;
}

/** The hard-coded secrets of a module: what holds them, what is one by itself, defaults of reads. */
export function hardcodedIn(module: Module, reads: readonly Read[]): readonly Hardcoded[] {
  const held = (line: number, name: string, value: Value | undefined, role: Role): Hardcoded[] =>
    value?.kind === 'text' && isSecret(lastOf(name), value.text, role)
      ? [{ path: module.path, line, start: value.start }]
      : [];
  return [
    ...module.assignments
      .filter(({ scope }) => !isForTests(scope))
      .flatMap(({ target, value, line }) => held(line, nameOfTarget(target), value, 'held')),
    ...module.pairs.flatMap(({ key, value, line }) => held(line, textIn(key) ?? '', value, 'held')),
    ...module.calls.flatMap(({ keywords, line }) =>
      Object.entries(keywords).flatMap(([name, value]) => held(line, name, value, 'argument')),
    ),
    ...module.defaults.flatMap(({ name, value, line }) => held(line, name, value, 'argument')),
    ...module.texts
      .filter(({ text, isStatement }) => !isStatement && isSecretText(text))
      .map(({ line, start }) => ({ path: module.path, line, start })),
    ...reads.filter(({ path }) => path === module.path).flatMap(asDefault),
  ];
}

/** What a class of settings for tests alone holds is no secret. */
const isForTests = (scope: Scope): boolean =>
  scope.kind === 'class' && /^Test|Test(?:s|ing)?(?:Config|Settings)?$/.test(scope.name);

const asDefault = ({ name, fallback, start = -1, path, line }: Read): readonly Hardcoded[] =>
  fallback && !developer(path) && isSecret(name, fallback, 'fallback')
    ? [{ path, line, start }]
    : [];

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
