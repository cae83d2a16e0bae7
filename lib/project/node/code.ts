import * as env from '../../documents/env.ts';
import type { Fact, Files } from '../../types.ts';
import { lineOf, type Manifest } from './manifest.ts';

/** The port that the code listens on, else that of `.env.example`. */
export function portOf(files: Files): Fact<number> | undefined {
  for (const path of sources(files)) {
    const lines = (files.read(path) ?? '').split('\n');
    const index = lines.findIndex((line) => portPattern.test(line));
    const digits = portPattern.exec(lines[index] ?? '')?.[1];
    if (digits) return { value: Number(digits), evidence: [`${path}:${index + 1}`] };
  }
  const value = env.value(files.read('.env.example') ?? '', 'PORT');
  return value && /^\d+$/.test(value)
    ? { value: Number(value), evidence: ['.env.example:1'] }
    : undefined;
}

const portPattern = /(?:process\.env\.PORT\s*(?:\?\?|\|\|)\s*['"]?|\.listen\(\s*)(\d{2,5})/;
const sources = (files: Files): readonly string[] =>
  files
    .list()
    .filter(
      (path) => /\.[cm]?[jt]sx?$/.test(path) && !/(?:^|\/)(?:test|tests|__tests__)\//.test(path),
    );

const drivers: Readonly<Record<string, string>> = {
  pg: 'postgresql',
  postgres: 'postgresql',
  mysql2: 'mysql',
  mongodb: 'mongodb',
  mongoose: 'mongodb',
  'better-sqlite3': 'sqlite',
  redis: 'redis',
  ioredis: 'redis',
};

/** The services whose drivers the manifest names. */
export function servicesOf(
  { dependencies = {} }: Manifest,
  text: string,
): Fact<readonly string[]> | undefined {
  const found = Object.keys(drivers).filter((name) => dependencies[name] !== undefined);
  if (found.length === 0) return undefined;
  const value = [...new Set(found.map((name) => drivers[name] as string))];
  return { value, evidence: found.map((name) => `package.json:${lineOf(text, `"${name}"`)}`) };
}

/** The variables that the code reads, by name. */
export function variablesOf(files: Files): Fact<readonly string[]> | undefined {
  const found = new Map<string, string>();
  for (const path of sources(files)) {
    for (const [index, line] of (files.read(path) ?? '').split('\n').entries()) {
      for (const [, name = ''] of line.matchAll(/process\.env\.([A-Z][A-Z0-9_]*)/g)) {
        if (!found.has(name)) found.set(name, `${path}:${index + 1}`);
      }
    }
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  if (sorted.length === 0) return undefined;
  return { value: sorted.map(([name]) => name), evidence: sorted.map(([, where]) => where) };
}
