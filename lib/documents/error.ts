/** A text that cannot be edited surely: where (lines and columns from 1) and what was expected. */
export class DocumentError extends Error {
  readonly line: number;
  readonly column: number;
  readonly expected: string;

  constructor(message: string, line: number, column: number, expected: string) {
    super(message);
    this.name = 'DocumentError';
    this.line = line;
    this.column = column;
    this.expected = expected;
  }
}

/** A DocumentError at an offset of the text. */
export function errorAt(text: string, offset: number, message: string, expected: string) {
  const before = text.slice(0, offset).split('\n');
  return new DocumentError(message, before.length, (before.at(-1) ?? '').length + 1, expected);
}
