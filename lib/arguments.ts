import { ImagineError } from './errors.ts';
import { flags, nearest, operands, optionsOf } from './options.ts';
import type { Concern } from './types.ts';

/** A command line, taken apart; values are still as the user wrote them. */
export interface Arguments {
  readonly generator: string;
  readonly directory: string;
  /** Values of options, by name. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly flags: ReadonlySet<string>;
}

/** Options that may stand several times: their values are a list. */
const repeated = new Set(['set']);

/** Takes a command line apart. Throws ImagineError with exit code 2 for what nobody knows. */
export function parseArguments(
  argv: readonly string[],
  concerns: readonly Concern[],
  folderExists: (path: string) => boolean,
): Arguments {
  const words: string[] = [];
  const given: Record<string, unknown> = {};
  const seen = new Set<string>();
  const rest = [...argv];
  const valued = [...optionsOf(concerns), ...operands].map(({ name }) => name);
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!word.startsWith('-') || word === '-') words.push(word);
    else readOption(word, rest, valued, given, seen);
  }
  return { ...readWords(words, concerns, folderExists), given, flags: seen };
}

const short: Readonly<Record<string, string>> = { '-h': '--help', '-v': '--version' };

function readOption(
  word: string,
  rest: string[],
  valued: readonly string[],
  given: Record<string, unknown>,
  seen: Set<string>,
): void {
  const [name = '', ...inline] = (short[word] ?? word).replace(/^--?/, '').split('=');
  if (flags.some((flag) => flag.name === name)) {
    if (inline.length > 0) throw new ImagineError(`--${name} takes no value`);
    seen.add(name);
    return;
  }
  if (!valued.includes(name)) throw unknown(word, valued);
  const value = inline.length > 0 ? inline.join('=') : rest.shift();
  if (value === undefined || (inline.length === 0 && value.startsWith('--'))) {
    throw new ImagineError(`--${name} needs a value`);
  }
  if (given[name] !== undefined && given[name] !== value && !repeated.has(name)) {
    throw new ImagineError(`--${name} is given twice, with different values`);
  }
  given[name] = repeated.has(name) ? [...((given[name] as string[]) ?? []), value] : value;
}

function unknown(word: string, valued: readonly string[]): ImagineError {
  const known = [...valued, ...flags.map(({ name }) => name)];
  const name = word.replace(/^--?/, '').split('=')[0] ?? '';
  const near = name.length > 2 ? nearest(name, known) : undefined;
  const hint = near ? `did you mean --${near}?` : 'see imagine --help';
  return new ImagineError(`unknown option ${word.split('=')[0]}: ${hint}`);
}

function readWords(
  words: readonly string[],
  concerns: readonly Concern[],
  folderExists: (path: string) => boolean,
): Pick<Arguments, 'generator' | 'directory'> {
  if (words.includes('')) throw new ImagineError('the directory is empty');
  const names = concerns.map(({ name }) => name);
  const [first = '', second] = words;
  const named = names.includes(first);
  if (words.length > (named ? 2 : 1)) {
    throw new ImagineError(
      `too many words: ${words.join(' ')}; one directory, after the generator`,
    );
  }
  if (named) return { generator: first, directory: second ?? '.' };
  const near = /^[\w-]+$/.test(first) ? nearest(first, names) : undefined;
  if (near && !folderExists(first)) {
    throw new ImagineError(
      `${first}: the generator ${near}, or a new folder? Say imagine ${near}, or imagine ./${first}`,
    );
  }
  return { generator: 'app', directory: first || '.' };
}
