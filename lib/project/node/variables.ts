import { type Fact, type Facts, fact } from '../../facts.ts';
import type { Files } from '../../types.ts';
import { isPrivate } from '../secrets.ts';
import type { Code } from './code/code.ts';
import { type Getters, gettersIn } from './code/getters.ts';
import { lineAt } from './code/syntax.ts';
import { type Read, readsIn } from './reads.ts';
import { schemaReadsIn } from './schemas.ts';

/** The variables that the code reads, and the defaults that it has for them. */
export function variablesIn(
  code: Code,
  files: Files,
  more: readonly Read[] = [],
): Pick<Facts, 'variables' | 'defaults' | 'spared'> {
  const getters = gettersIn(code);
  const all = [
    ...code
      .with(readers(getters))
      .flatMap((source) => [...readsIn(code, source, getters), ...schemaReadsIn(code, source)]),
    ...settingsReads(files),
    ...more,
  ];
  const reads = all.filter(({ name }) => /^[A-Za-z_]\w*$/.test(name) && !/^npm_/.test(name));
  const names = [...new Set(reads.map(({ name }) => name))].sort();
  const first = (name: string): Read | undefined => reads.find((read) => read.name === name);
  const defaults = new Map(
    reads
      .filter(
        ({ name, value }) => value !== undefined && value !== '' && !isPrivate(name, String(value)),
      )
      .map(({ name, value, at }) => [name, { value: String(value), at }] as const)
      .toReversed(),
  );
  const isSpared = (name: string): boolean =>
    reads.every((read) => read.name !== name || read.spared === true);
  const spared = names.filter(isSpared);
  const sorted = [...defaults].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...(names.length > 0 && {
      variables: fact(names, ...names.map((name) => first(name)?.at ?? '')),
    }),
    ...(sorted.length > 0 && { defaults: defaultsOf(sorted) }),
    ...(spared.length > 0 && {
      spared: fact(spared, ...spared.map((name) => first(name)?.at ?? '')),
    }),
  };
}

/** What a file must hold for it to read a variable. */
const readers = (getters: Getters): RegExp =>
  new RegExp(
    [
      ...['\\benv', '\\bconvict\\b', 'config\\w*\\s*\\.\\s*get', 'createEnv', 'validationSchema'],
      ...[...getters.keys()].map((name) => `\\b${name.replaceAll('$', '\\$')}\\(`),
    ].join('|'),
    'i',
  );

const defaultsOf = (
  sorted: readonly (readonly [string, { readonly value: string; readonly at: string }])[],
): Fact<Readonly<Record<string, string>>> =>
  fact(
    Object.fromEntries(sorted.map(([name, { value }]) => [name, value])),
    ...sorted.map(([, { at }]) => at),
  );

/** What Prisma's schema and Sequelize's settings read. */
const settingsReads = (files: Files): readonly Read[] =>
  files
    .list()
    .filter((path) => /\.prisma$|(?:^|\/)config\/(?:config|database)\.json$/.test(path))
    .flatMap((path) => {
      const text = files.read(path) ?? '';
      const pattern = /\benv\(\s*"(\w+)"\s*\)|"use_env_variable"\s*:\s*"(\w+)"/g;
      return [...text.matchAll(pattern)].map(({ 1: prisma, 2: sequelize, index }) => ({
        name: prisma ?? sequelize ?? '',
        at: `${path}:${lineAt(text, index)}`,
      }));
    });
