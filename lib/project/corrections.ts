import { ImagineError } from '../errors.ts';
import type { Facts } from '../facts.ts';
import { nearest } from '../options.ts';
import { words } from './words.ts';

/** How a fact's value is read from `--set`; undefined: of the wrong type. */
interface Kind {
  readonly form: string;
  readonly read: (text: string) => unknown;
}

const text: Kind = { form: 'text', read: (given) => given };
const list: Kind = {
  form: 'words with commas between them',
  read: (given) => given.split(',').map((each) => each.trim()),
};
const command: Kind = { form: 'a command', read: (given) => words(given) };
const port: Kind = {
  form: 'a number from 1 to 65535',
  read: (given) =>
    /^[1-9]\d{0,4}$/.test(given) && Number(given) < 65536 ? Number(given) : undefined,
};
const variable: Kind = {
  form: 'the name of a variable',
  read: (given) => (/^[A-Za-z_]\w*$/.test(given) ? given : undefined),
};
const oneOf = (...values: readonly string[]): Kind => ({
  form: values.join(' or '),
  read: (given) => (values.includes(given) ? given : undefined),
});
const processes: Kind = {
  form: 'name: command, with ; between them',
  read: (given) => {
    const pairs = given.split(';').map((each) => /^\s*([\w-]+)\s*:\s*(.+?)\s*$/.exec(each));
    if (pairs.some((pair) => pair === null)) return undefined;
    return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']));
  },
};

/** The facts that `--set` corrects. */
const kinds: { readonly [K in keyof Facts]?: Kind } = {
  language: oneOf('node', 'python'),
  stack: text,
  packageManager: oneOf('npm', 'yarn', 'pnpm', 'uv', 'poetry', 'pip'),
  packageManagerVersion: text,
  runtimeVersion: text,
  runtime: text,
  module: oneOf('esm', 'cjs'),
  entry: text,
  application: text,
  start: command,
  build: text,
  test: text,
  lint: text,
  port,
  portVariable: variable,
  host: text,
  services: list,
  variables: list,
  processes,
  ci: list,
  dockerfile: text,
  compose: text,
  health: text,
};

/** What `--set` says, fact by fact. Throws ImagineError for what can't be set. */
export function correctionsIn(given: unknown): Readonly<Record<string, string>> {
  const all = Array.isArray(given) ? given.map(String) : given === undefined ? [] : [String(given)];
  return Object.fromEntries(
    all.map((each) => {
      const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(each) ?? [];
      if (name === '') throw new ImagineError(`--set ${each}: must be FACT=VALUE`);
      readValue(name, value);
      return [name, value];
    }),
  );
}

function readValue(name: string, value: string): unknown {
  const names = Object.keys(kinds);
  const kind = kinds[name as keyof Facts];
  if (!kind) {
    const near = nearest(name, names);
    const hint = near ? `did you mean ${near}?` : `it can be ${names.join(', ')}`;
    throw new ImagineError(`--set ${name}: no such fact; ${hint}`);
  }
  const read = value === '' ? '' : kind.read(value);
  if (read !== undefined) return read;
  throw new ImagineError(`--set ${name} must be ${kind.form}, not ${JSON.stringify(value)}`);
}

/** The facts with the corrections; an empty one says that there is none. */
export function corrected(facts: Facts, corrections: Readonly<Record<string, string>>): Facts {
  const now: Record<string, unknown> = { ...facts };
  if (corrections.health !== undefined) delete now.healthNamed;
  for (const [name, value] of Object.entries(corrections)) {
    if (value === '') delete now[name];
    else now[name] = { value: readValue(name, value), evidence: ['--set'] };
  }
  return now;
}
