import { join, relative, sep } from 'node:path';
import { isFilePending, isFileStateDeleted } from 'mem-fs-editor/state';
import type { Begun, Intent } from './doors.ts';
import { operands, optionsOf, flags as switches } from './options.ts';
import type { Report } from './report.ts';
import type { Found } from './run.ts';
import { byPath } from './summary.ts';
import type { Write } from './target.ts';
import type { Change, Concern, Files } from './types.ts';

/** What the generators of one Yeoman run share; the first of them owns it, and the commit. */
export interface Run {
  readonly owner: object;
  /** Modes of files, by path; Yeoman's file system keeps none for a new file. */
  readonly modes: Map<string, number>;
  /** The names of the generators that take part. */
  readonly running: string[];
  begun?: Begun;
  intent?: Intent;
  report?: Report;
}

/** A run that begins. */
export const newRun = (owner: object): Run => ({ owner, modes: new Map(), running: [] });

/** How Yeoman is told of an option. */
export interface Declared {
  readonly name: string;
  readonly type: typeof String | typeof Boolean;
  readonly description: string;
}

/** Every option and switch, as Yeoman's own help shows them; it has its own --help and --version. */
export const declaredOptions = (concerns: readonly Concern[]): readonly Declared[] => [
  ...[...optionsOf(concerns), ...operands].map(({ name, about }) => ({
    name,
    type: String,
    description: about,
  })),
  ...switches
    .filter(({ name }) => name !== 'help' && name !== 'version')
    .map(({ name, about }) => ({ name, type: Boolean, description: about })),
];

/** An option's value; Yeoman gives it under its own name or in camel case. */
export const optionIn = (all: Readonly<Record<string, unknown>>, name: string): unknown =>
  all[name] ?? all[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];

/** The switches that are on. */
export const flagsIn = (all: Readonly<Record<string, unknown>>): ReadonlySet<string> =>
  new Set(switches.map(({ name }) => name).filter((name) => optionIn(all, name) === true));

/** The options that were given. */
export const givenIn = (
  all: Readonly<Record<string, unknown>>,
  concerns: readonly Concern[],
): Record<string, unknown> =>
  Object.fromEntries(
    [...optionsOf(concerns), ...operands]
      .map(({ name }) => [name, optionIn(all, name)] as const)
      .filter(([, value]) => value !== undefined),
  );

/** The project as foreign generators of the run left it in Yeoman's file system, else as it is on disk. */
export const filesIn = (memory: Memory, { root, files }: Found): Files => ({
  ...files,
  read: (path) => {
    const place = join(root, path);
    if (!memory.existsInMemory(place)) return files.read(path);
    const { contents } = memory.get(place);
    return contents?.toString('utf8');
  },
});

/** What is to be written, of whichever generator of the run, in the project's own paths. */
export function pendingIn(memory: Memory, { modes, begun }: Run): readonly Write[] {
  const root = begun?.found.root ?? '';
  const pending = memory.all().filter((file) => isFilePending(file as never));
  return pending.map((file): Write => {
    const path = relative(root, file.path).split(sep).join('/');
    const mode = modes.get(path);
    const text = isFileStateDeleted(file as never) ? null : file.contents;
    return { path, text, ...(mode !== undefined && { mode }) };
  });
}

/** Writes as the changes of a plan, in its order. */
export const changesOf = (writes: readonly Write[]): readonly Change[] =>
  writes
    .map(({ text, ...rest }) => ({ ...rest, text: text && Buffer.from(text).toString('utf8') }))
    .sort(byPath);

/** What Yeoman's shared file system is asked. */
interface Memory {
  existsInMemory(path: string): boolean;
  get(path: string): { readonly contents: Buffer | null };
  all(): readonly { readonly path: string; readonly contents: Buffer | null }[];
}
