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
  for (const [key, answer] of Object.entries(value)) {
    const option = options.find(({ name }) => name === key);
    if (option) checkType(path, option, answer);
    if (option) continue;
    const near = nearest(key, names);
    throw new ImagineError(
      `--answers ${path}: unknown answer ${key}${near ? `; did you mean ${near}?` : ''}`,
    );
  }
  return value as Record<string, unknown>;
}

/** A list only where several values are taken; numbers and texts stand for each other, as on the command line. */
function checkType(path: string, { name, kind }: Option, answer: unknown): void {
  const plain = (value: unknown): boolean => typeof value === 'string' || Number.isFinite(value);
  if (plain(answer) || (kind === 'many' && Array.isArray(answer) && answer.every(plain))) return;
  const wanted = kind === 'many' ? 'a text or a list of texts' : 'a text or a number';
  throw new ImagineError(`--answers ${path}: --${name} must be ${wanted}`);
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
