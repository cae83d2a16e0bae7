import { fact } from '../../../facts.ts';
import type { Facts } from '../../../types.ts';
import { isPrivate } from '../../secrets.ts';
import { isSecretText } from '../secrets/judge.ts';
import type { Read } from './read.ts';

/** The variables that the code reads, sorted, with the first place of each. */
export function variablesOf(reads: readonly Read[]): Facts['variables'] {
  const first = new Map<string, Read>();
  for (const read of reads) if (!first.has(read.name)) first.set(read.name, read);
  if (first.size === 0) return undefined;
  const found = [...first.values()];
  return fact(
    found.map(({ name }) => name),
    ...found.map(({ path, line }) => `${path}:${line}`),
  );
}

/** The defaults that the code has for variables; never of a secret. */
export function defaultsOf(reads: readonly Read[]): Facts['defaults'] {
  const found = reads.filter(
    ({ name, fallback }) =>
      fallback !== undefined && !isPrivate(name, fallback) && !isSecretText(fallback),
  );
  if (found.length === 0) return undefined;
  const first = new Map<string, Read>();
  for (const read of found) if (!first.has(read.name)) first.set(read.name, read);
  const kept = [...first.values()];
  return fact(
    Object.fromEntries(kept.map(({ name, fallback = '' }) => [name, fallback])),
    ...kept.map(({ path, line }) => `${path}:${line}`),
  );
}

/** The variables whose every read has something in their place, which an empty value would replace. */
export function sparedOf(reads: readonly Read[]): Facts['spared'] {
  const kept = reads.filter(({ name }) =>
    reads.every((each) => each.name !== name || each.spared === true),
  );
  const places = new Map(kept.map(({ name, path, line }) => [name, `${path}:${line}`]));
  return places.size === 0 ? undefined : fact([...places.keys()], ...places.values());
}
