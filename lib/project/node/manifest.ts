import * as json from '../../documents/json.ts';
import { ImagineError, metIn } from '../../errors.ts';
import type { Files } from '../../types.ts';

/** What of package.json detection looks at. */
export interface Manifest {
  readonly name?: unknown;
  readonly type?: string;
  readonly packageManager?: string;
  readonly engines?: { readonly node?: string };
  readonly scripts?: Readonly<Record<string, string>>;
  readonly workspaces?: readonly string[] | { readonly packages?: readonly string[] };
  readonly dependencies?: Readonly<Record<string, string>>;
}

function parse(text: string): unknown {
  try {
    return json.get(text, []);
  } catch (error) {
    throw metIn('package.json', error);
  }
}

/** Reads package.json. Throws ImagineError with the place where it can't be read. */
export function readManifest(text: string): Manifest {
  const value = parse(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new ImagineError('package.json:1: not a JSON object');
}

/** The name that a project's manifest gives it, without its scope. */
export function nameIn(files: Files): string | undefined {
  const text = files.read('package.json');
  const name = text === undefined ? undefined : readManifest(text).name;
  return typeof name === 'string' ? name.replace(/^@[^/]*\//, '') : undefined;
}

/** The line, from 1, on which a part of a text stands first. */
export const lineOf = (text: string, part: string): number =>
  text.slice(0, Math.max(0, text.indexOf(part))).split('\n').length;
