import { isDeepStrictEqual } from 'node:util';
import { parse as parseToml, TomlError } from 'smol-toml';
import { DocumentError } from '../error.ts';

/** A table's data. */
export type Values = Readonly<Record<string, unknown>>;

/** The plain data of a TOML text. Throws DocumentError. */
export function valuesOf(text: string): Values {
  try {
    return plain(parseToml(text, { integersAsBigInt: 'asNeeded' })) as Values;
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const problem = error.message.split('\n')[0]?.replace('Invalid TOML document: ', '');
    const { line, column } = error;
    throw new DocumentError(`not valid TOML: ${problem}`, line, column, 'valid TOML');
  }
}

/** The deepest value on the way along a path, and how many keys led there. */
export function walk(values: Values, path: readonly string[]): { value: unknown; depth: number } {
  let value: unknown = values;
  for (const [depth, key] of path.entries()) {
    if (!isTable(value) || !Object.hasOwn(value, key)) return { value, depth };
    value = value[key];
  }
  return { value, depth: path.length };
}

/** The edited text, if it holds exactly the old values and the new one at the path; else throws. */
export function checked(before: Values, after: string, path: readonly string[], value: unknown) {
  if (isDeepStrictEqual(valuesOf(after), put(before, path, value))) return after;
  const place = path.join('.');
  throw new DocumentError(`${place} cannot be added surely`, 1, 1, 'a place for it alone');
}

/** Is it a table, neither a list nor a date? */
export function isTable(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isDate(value);
}

function put(values: Values, [key = '', ...rest]: readonly string[], value: unknown): Values {
  const below = Object.hasOwn(values, key) ? values[key] : {};
  return { ...values, [key]: rest.length > 0 ? put(below as Values, rest, value) : value };
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!isTable(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}

const isDate = (value: object): value is Date => value instanceof Date;
