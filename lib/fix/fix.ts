import * as env from '../documents/env.ts';
import type { Files, Note, Project } from '../types.ts';
import { node } from './node.ts';
import { type Fixer, type Spot, variableFor } from './spot.ts';

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
  /** Where secrets stand in files of another kind, which nothing can move. */
  readonly untouched: readonly string[];
}

const fixers: readonly Fixer[] = [node];
const rotate = 'the old value stays in the history of git: rotate it';

const strings = () => new Map<string, string>();

const fixerOf = (path: string): Fixer | undefined =>
  fixers.find(({ handles }) => handles.test(path));

/** Moves the secrets that were found in the code to the environment, as far as that is sure. */
export async function moveSecrets({ facts, theirs }: Project, files: Files): Promise<Moved> {
  const moved = { texts: strings(), theirs: strings(), values: strings(), places: strings() };
  const notes: Note[] = [];
  const evidence = facts.secrets?.evidence ?? [];
  const dotenv = files.read('.env') ?? '';
  for (const path of new Set(evidence.map(fileOf))) {
    const fixer = fixerOf(path);
    const text = theirs.read(path);
    if (!fixer || text === undefined) continue;
    for (const spot of await fixer.spots(path, text))
      notes.push(move(moved, path, spot, (name) => env.value(dotenv, name)));
    const mine = files.read(path) ?? text;
    const fixed = await without(path, mine, fixer, moved.values);
    if (fixed !== mine) moved.texts.set(path, fixed);
    moved.theirs.set(path, await without(path, text, fixer, moved.values));
  }
  return { ...moved, notes, untouched: evidence.filter((place) => !fixerOf(fileOf(place))) };
}

/** Moves one secret, unless its variable has another value already; what became of it is told. */
function move(
  { values, places }: { values: Map<string, string>; places: Map<string, string> },
  file: string,
  spot: Spot,
  known: (name: string) => string | undefined,
): Note {
  const name = variableFor(file, spot);
  const value = name && (values.get(name) ?? known(name));
  if (!name || (value !== undefined && value !== spot.value)) return left(file, spot, name);
  values.set(name, spot.value);
  places.set(name, `${file}:${spot.line}`);
  return { file, line: spot.line, message: `moved to ${name}; ${rotate}` };
}

/** A text that reads the variables instead of the secrets that moved to them. */
async function without(
  path: string,
  text: string,
  fixer: Fixer,
  values: ReadonlyMap<string, string>,
): Promise<string> {
  const spots = [...(await fixer.spots(path, text))].sort((a, b) => b.start - a.start);
  return spots.reduce((now, spot) => {
    const name = variableFor(path, spot);
    if (!name || values.get(name) !== spot.value) return now;
    return now.slice(0, spot.start) + fixer.reading(path, name) + now.slice(spot.end);
  }, text);
}

const fileOf = (place: string): string => place.replace(/:\d+$/, '');

function left(file: string, { line }: Spot, name: string | undefined): Note {
  const why = name ? `${name} has another value already` : 'it has no name to go by';
  return { file, line, message: `a secret was left in the code: ${why}; ${rotate}` };
}
