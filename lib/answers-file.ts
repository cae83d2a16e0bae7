import { readFileSync } from 'node:fs';
import { ImagineError } from './errors.ts';
import { nearest } from './options.ts';
import type { Option } from './types.ts';

/** Reads `--answers FILE` (`-`: standard input): a JSON object of option names and values. */
export function readAnswers(path: string, options: readonly Option[]): Record<string, unknown> {
  const value = parse(path);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ImagineError(`--answers ${path}: must be a JSON object`);
  }
  const names = options.map(({ name }) => name);
  for (const key of Object.keys(value)) {
    if (names.includes(key)) continue;
    const near = nearest(key, names);
    throw new ImagineError(
      `--answers ${path}: unknown answer ${key}${near ? `; did you mean ${near}?` : ''}`,
    );
  }
  return value as Record<string, unknown>;
}

function parse(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch (error) {
    throw new ImagineError(
      `--answers ${path}: can't be read (${(error as NodeJS.ErrnoException).code})`,
    );
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ImagineError(`--answers ${path}: not JSON: ${(error as Error).message}`);
  }
}
