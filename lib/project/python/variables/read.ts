import { isPrivate } from '../../secrets.ts';
import type { Value } from '../syntax/types.ts';

/** One place where the code reads a variable of the environment. */
export interface Read {
  readonly name: string;
  /** The default that the code has for it, where it is a literal. */
  readonly fallback?: string;
  /** Where that literal begins, of a text. */
  readonly start?: number;
  /** An empty value would come in place of what the code has without it. */
  readonly spared?: boolean;
  readonly path: string;
  readonly line: number;
}

/** What a read without a default gives that does not fail. */
export const nothing: Value = { kind: 'literal', text: 'None', line: 0 };

/** Whether a text can be the name of a variable. */
export const isVariable = (text: string | undefined): text is string =>
  text !== undefined && /^[A-Za-z_]\w*$/.test(text);

/** A read with the default that a value gives. */
export function readOf(
  name: string,
  fallback: Value | undefined,
  { path, line }: Pick<Read, 'path' | 'line'>,
): Read {
  const text = fallback && literalOf(fallback);
  return {
    name,
    path,
    line,
    ...(fallback && fallback !== nothing && !isPrivate(name, '') && { spared: true }),
    ...(text !== undefined && { fallback: text }),
    ...(fallback?.kind === 'text' && { start: fallback.start }),
  };
}

/** The text of a literal as a variable would hold it. */
export function literalOf(value: Value): string | undefined {
  if (value.kind === 'text') return value.text;
  if (value.kind !== 'literal' || value.text === 'None') return undefined;
  return value.text;
}
