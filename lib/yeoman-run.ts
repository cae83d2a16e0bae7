import { filesOn } from './files.ts';
import { operands, optionsOf, flags as switches } from './options.ts';
import type { Report } from './report.ts';
import type { Found, Outside } from './run.ts';
import type { Answers, Change, Concern, Files, Plan, Project } from './types.ts';

/** What the generators of one Yeoman run share; the first of them owns it, and the commit. */
export interface Run {
  readonly owner: object;
  /** The project as it was before the run. */
  readonly disk: Files;
  readonly outside: Outside;
  /** Modes of files, by path; Yeoman's file system keeps none for a new file. */
  readonly modes: Map<string, number>;
  ran: readonly string[];
  found?: Found;
  answers?: Answers;
  last?: { plan: Plan; project: Project };
  written?: readonly Change[];
  report?: Report | undefined;
}

/** A run that begins. */
export const newRun = (owner: object, root: string, flags: ReadonlySet<string>): Run => ({
  owner,
  disk: filesOn(root),
  outside: { offline: flags.has('offline'), force: flags.has('force'), cache: new Map() },
  modes: new Map(),
  ran: [],
});

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

/** The options that were given, but for the answers' file, which is read elsewhere. */
export const givenIn = (
  all: Readonly<Record<string, unknown>>,
  concerns: readonly Concern[],
): Record<string, unknown> =>
  Object.fromEntries(
    [...optionsOf(concerns), ...operands, { name: 'fix' }]
      .map(({ name }) => [name, optionIn(all, name)] as const)
      .filter(([name, value]) => value !== undefined && name !== 'answers'),
  );
