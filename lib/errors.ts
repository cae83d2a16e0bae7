import { DocumentError } from './documents/error.ts';

/** What went wrong, for the user: one line that names the option or the file, and the way out. */
export class ImagineError extends Error {
  override readonly name = 'ImagineError';
  /** The exit code: 2 bad input, 3 a conflict, 4 the install failed, 1 anything else. */
  readonly code: 1 | 2 | 3 | 4;

  constructor(message: string, code: 1 | 2 | 3 | 4 = 2) {
    super(message);
    this.code = code;
  }
}

/** An error met in a file: text that can't be parsed is the user's to mend, at file:line:column. */
export function metIn(path: string, error: unknown): unknown {
  if (!(error instanceof DocumentError)) return error;
  const { line, column, expected } = error;
  const hint = expected ? `; expected ${expected}` : '';
  return new ImagineError(`${path}:${line}:${column}: ${error.message}${hint}`);
}

/** The exit code that an error of any kind asks for. */
export const exitCodeOf = (error: unknown): ImagineError['code'] =>
  error instanceof ImagineError ? error.code : 1;

/** One line for the user, the stack only with `DEBUG=imagine`; a fault of ours says where to report it. */
export function lineOf(
  error: unknown,
  reportTo: () => string,
  debug = process.env.DEBUG === 'imagine',
): string {
  if (!(error instanceof Error)) return String(error);
  if (debug && error.stack) return error.stack;
  const [line = error.name] = error.message.split('\n');
  if (error instanceof ImagineError) return line;
  return `${line} (${reportTo()})`;
}

/** An error of any kind as Yeoman takes it: its line for the user, and a number as its code. */
export const toldOf = (error: unknown, reportTo: () => string): ImagineError =>
  new ImagineError(lineOf(error, reportTo), exitCodeOf(error));
