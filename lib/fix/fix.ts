import * as env from '../documents/env.ts';
import { DocumentError } from '../documents/error.ts';
import type { Files, Note, Project } from '../types.ts';
import { node } from './node.ts';
import { python } from './python.ts';
import { replaced } from './replace.ts';
import { type Fixer, type Spot, variablesFor } from './spot.ts';

/** What moved from the code to the environment. */
export interface Moved {
  /** Path → the file's new text, and the same without what the tool put in. */
  readonly texts: ReadonlyMap<string, string>;
  readonly theirs: ReadonlyMap<string, string>;
  /** Variable → its value, for `.env` alone. */
  readonly values: ReadonlyMap<string, string>;
  /** Variable → where it is read. */
  readonly places: ReadonlyMap<string, string>;
  readonly notes: readonly Note[];
}

const fixers: readonly Fixer[] = [node, python];
const rotate = 'the old value stays in the history of git: rotate it';

const strings = () => new Map<string, string>();

const fixerOf = (path: string): Fixer | undefined =>
  fixers.find(({ handles }) => handles.test(path));

/** Moves the secrets that were found in the code to the environment, as far as that is sure. */
export async function moveSecrets(project: Project, files: Files): Promise<Moved> {
  const { facts, theirs } = project;
  const moved = { texts: strings(), theirs: strings(), values: strings(), places: strings() };
  const notes: Note[] = [];
  const evidence = facts.secrets?.evidence ?? [];
  const dotenv = files.read('.env') ?? '';
  const isRead = (name: string): boolean => facts.variables?.value.includes(name) ?? false;
  for (const path of new Set(evidence.map(fileOf))) {
    const fixer = fixerOf(path);
    const text = theirs.read(path);
    if (!fixer || text === undefined) continue;
    const spots = await fixer.spots(path, text, project);
    for (const spot of spots)
      notes.push(move(moved, path, spot, (name) => env.value(dotenv, name), isRead));
    const mine = files.read(path) ?? text;
    const own = mine === text ? spots : await fixer.spots(path, mine, project);
    const fixed = await without({ path, text: mine, spots: own }, fixer, moved.values);
    if (fixed !== mine) moved.texts.set(path, fixed);
    moved.theirs.set(path, await without({ path, text, spots }, fixer, moved.values));
  }
  const met = new Set(notes.map(({ file, line }) => `${file}:${line}`));
  const rest = evidence.filter((place) => !met.has(place)).map(unmet);
  return { ...moved, notes: [...notes, ...rest] };
}

/** Moves one secret, unless its variable has another value already; what became of it is told. */
function move(
  { values, places }: { values: Map<string, string>; places: Map<string, string> },
  file: string,
  spot: Spot,
  known: (name: string) => string | undefined,
  isRead: (name: string) => boolean,
): Note {
  if (spot.unsure) return left(file, spot, spot.unsure);
  const [first, ...further] = variablesFor(file, spot);
  if (!first) return left(file, spot, 'it has no name to go by');
  const isFree = (each: string): boolean => (values.get(each) ?? spot.value) === spot.value;
  const isOpen = (each: string): boolean => isFree(each) && !values.has(each) && !isRead(each);
  const name = isFree(first)
    ? first
    : further.find((each) => values.get(each) === spot.value || isOpen(each));
  const value = name === undefined ? undefined : (values.get(name) ?? known(name));
  if (!name || (value !== undefined && value !== spot.value))
    return left(file, spot, `${name ?? first} has another value already`);
  if (!isWritable(name, spot.value))
    return left(file, spot, 'readers of .env files spell its characters differently');
  values.set(name, spot.value);
  places.set(name, `${file}:${spot.line}`);
  return {
    file,
    line: spot.line,
    message: `moved to ${name}: set it wherever this runs; ${rotate}`,
  };
}

/** Whether a value comes back from `.env` as it was, whoever reads it. */
function isWritable(name: string, value: string): boolean {
  if (value.includes('${')) return false;
  try {
    return env.value(env.add('', { name, value }, { sections: [] }), name) === value;
  } catch (error) {
    if (error instanceof DocumentError) return false;
    throw error;
  }
}

/** A text that reads the variables instead of the secrets that moved to them. */
async function without(
  { path, text, spots }: { path: string; text: string; spots: readonly Spot[] },
  fixer: Fixer,
  values: ReadonlyMap<string, string>,
): Promise<string> {
  const pairs = spots.flatMap((spot) => {
    const names = spot.unsure ? [] : variablesFor(path, spot);
    const name = names.find((each) => values.get(each) === spot.value);
    return name ? [[spot, name] as const] : [];
  });
  if (pairs.length === 0) return text;
  const fixed = replaced(text, pairs);
  const done = pairs.map(([spot]) => spot);
  return (fixer.complete ? await fixer.complete(fixed, done) : fixed) ?? text;
}

const fileOf = (place: string): string => place.replace(/:\d+$/, '');

/** A secret that no fixer finds: in a file of another kind, or shown by another file. */
const unmet = (place: string): Note => ({
  file: fileOf(place),
  line: Number(/:(\d+)$/.exec(place)?.[1] ?? 1),
  message: `a secret was left in the code: read it from the environment; ${rotate}`,
});

const left = (file: string, { line }: Spot, why: string): Note => ({
  file,
  line,
  message: `a secret was left in the code: ${why}; ${rotate}`,
});
