/** What a string literal of Python's says. */
export interface Literal {
  readonly value: string;
  readonly isBytes: boolean;
}

/** The value of a plain literal; undefined for one with values inside, of several lines, or with escapes of characters. */
export function literalIn(code: string): Literal | undefined {
  const parts = /^([a-z]*)(["'])(?!\2\2)(.*)\2$/i.exec(code);
  if (!parts) return undefined;
  const [, prefix = '', , inner = ''] = parts;
  const kind = prefix.toLowerCase();
  if (/[^bru]/.test(kind)) return undefined;
  const value = kind.includes('r') ? inner : inner.replaceAll(/\\(["'\\])/g, '$1');
  const escapes = inner.replaceAll(/\\["'\\]/g, '');
  if (escapes.includes('\\') || (kind.includes('r') && inner.includes('\\'))) return undefined;
  const isBytes = kind.includes('b');
  return isBytes && !/^[ -~]*$/.test(value) ? undefined : { value, isBytes };
}
