import { parseEnv } from 'node:util';
import { exampleNames } from '../example-file.ts';
import { type Fact, fact } from '../facts.ts';
import type { Files } from '../types.ts';
import { rowOfUrl, type Trace } from './services.ts';

/** A variable that a file of the environment sets; its value is looked at, and never told. */
export interface Setting {
  readonly name: string;
  readonly value: string;
  readonly at: string;
}

/** Examples before what is one machine's own. */
const names = [
  ...exampleNames,
  ...['.env.development', '.env', '.env.local', '.env.defaults', '.env.production'],
];

/** What `.env` and its like set, the example's first. */
export const settingsOf = (files: Files): readonly Setting[] =>
  names.flatMap((path) => {
    const text = files.read(path);
    return text === undefined ? [] : settingsIn(path, text);
  });

function settingsIn(path: string, text: string): readonly Setting[] {
  const lines = text.split('\n');
  return Object.entries(parseEnv(text)).map(([name, value]) => {
    const line = lines.findIndex((each) => each.replace(/^\s*(?:export\s+)?/, '').startsWith(name));
    return { name, value: value ?? '', at: `${path}:${line + 1}` };
  });
}

/** The names that are set, sorted. */
export function environmentFact(settings: readonly Setting[]): Fact<readonly string[]> | undefined {
  const found = new Map(settings.toReversed().map(({ name, at }) => [name, at]));
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.length > 0
    ? fact(
        sorted.map(([name]) => name),
        ...sorted.map(([, at]) => at),
      )
    : undefined;
}

/** The services that URLs in the environment name. */
export const urlTraces = (settings: readonly Setting[]): readonly Trace[] =>
  settings.flatMap(({ name, value, at }) => {
    const row =
      rowOfUrl(value) ??
      (/(?:DIALECT|CLIENT|CONNECTION|DB_TYPE)$/.test(name) ? rowOfUrl(`${value}:`) : undefined);
    const primary = /^(?:DATABASE|DB|MONGO|MONGODB|POSTGRES|MYSQL)_?(?:URL|URI)$/.test(name)
      ? 20
      : 5;
    return row === undefined ? [] : [{ row, at, weight: primary }];
  });
