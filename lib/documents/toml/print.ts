import { isTable, type Values } from './values.ts';

const WIDTH = 88;

/** A key as it is written: bare where it can be. */
export function printKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : printString(key);
}

/** A dotted key. */
export function printKeys(keys: readonly string[]): string {
  return keys.map(printKey).join('.');
}

/** A value on one line. Throws a TypeError for what TOML cannot say. */
export function printValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printValue).join(', ')}]`;
  if (isTable(value)) {
    const pairs = Object.entries(value).map(
      ([key, one]) => `${printKey(key)} = ${printValue(one)}`,
    );
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  if (typeof value === 'string') return printString(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TypeError(`TOML has no value for ${String(value)}`);
}

/** Lines of `keys = value`; a list that is long, or is to be open, has an item a line. */
export function printEntry(keys: readonly string[], value: unknown, how: Layout): string[] {
  const line = `${printKeys(keys)}${how.equals}${printValue(value)}`;
  if (!Array.isArray(value) || value.length === 0) return [line];
  if (line.length <= WIDTH && !how.open) return [line];
  const items = value.map((item) => `${how.unit}${printValue(item)},`);
  return [`${printKeys(keys)}${how.equals}[`, ...items, ']'];
}

/** Lines of `[table]`s that hold the values: first its own keys, then the tables below it. */
export function printTable(path: readonly string[], values: Values, how: Layout): string[] {
  const entries = Object.entries(values);
  const own = entries.filter(([, value]) => !isFilled(value));
  const lines = own.flatMap(([key, value]) => printEntry([key], value, how));
  const inner = entries
    .filter(([, value]) => isFilled(value))
    .map(([key, value]) => printTable([...path, key], value as Values, how));
  const head = own.length > 0 || inner.length === 0 ? [[`[${printKeys(path)}]`, ...lines]] : [];
  return [...head, ...inner].flatMap((block, at) => (at === 0 ? block : ['', ...block]));
}

/** How a text writes its entries. */
export interface Layout {
  unit: string;
  equals: string;
  open: boolean;
}

/** Is it a table with something in it, so one that deserves a header? */
export function isFilled(value: unknown): boolean {
  return isTable(value) && Object.keys(value).length > 0;
}

const printString = (text: string) => JSON.stringify(text).replaceAll('\x7f', '\\u007f');
