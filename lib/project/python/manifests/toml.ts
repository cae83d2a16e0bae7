import { ImagineError } from '../../../errors.ts';
import type { Files } from '../../../types.ts';

/** A table of TOML, or of what was made of one. */
export type Table = Readonly<Record<string, unknown>>;

/** A TOML file with its text, which evidence points into. */
export interface Toml {
  readonly path: string;
  readonly text: string;
  readonly table: Table;
}

/** Reads a TOML file, if it is there. Throws ImagineError with the place where it can't be read. */
export async function readToml(files: Files, path: string): Promise<Toml | undefined> {
  const text = files.read(path);
  if (text === undefined) return undefined;
  const { parse, TomlError } = await import('smol-toml');
  try {
    return { path, text, table: parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = error.message.split('\n')[0]?.replace(/^Invalid TOML document: /, '');
    throw new ImagineError(`${path}:${error.line}:${error.column}: ${reason}; expected TOML`);
  }
}

/** The value at a path of keys. */
export const at = (table: Table | undefined, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (isTable(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    table,
  );

/** The text at a path, undefined where there is none. */
export function textAt(table: Table | undefined, ...path: readonly string[]): string | undefined {
  const value = at(table, ...path);
  return typeof value === 'string' ? value : undefined;
}

/** The table at a path, an empty one where there is none. */
export function tableAt(table: Table | undefined, ...path: readonly string[]): Table {
  const value = at(table, ...path);
  return isTable(value) ? value : {};
}

/** The texts in the list at a path. */
export function textsAt(table: Table | undefined, ...path: readonly string[]): readonly string[] {
  const value = at(table, ...path);
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
