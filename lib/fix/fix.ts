import * as env from '../documents/env.ts';
import type { Files, Note, Project } from '../types.ts';
import { node } from './node.ts';
import { type Fixer, type Spot, variableFor } from './spot.ts';

/** What moved from the code to the environment. */
export interface Moved {
  /** Path → the file's new text. */
  readonly texts: ReadonlyMap<string, string>;
  /** Variable → its value, for `.env` alone. */
  readonly values: ReadonlyMap<string, string>;
  /** Variable → where it is read. */
  readonly places: ReadonlyMap<string, string>;
  readonly notes: readonly Note[];
}

const fixers: readonly Fixer[] = [node];
const rotate = 'the old value stays in the history of git: rotate it';

/** Moves the secrets that were found in the code to the environment, as far as that is sure. */
export async function moveSecrets({ facts }: Project, files: Files): Promise<Moved> {
  const moved = {
    texts: new Map<string, string>(),
    values: new Map<string, string>(),
    places: new Map<string, string>(),
    notes: [] as Note[],
  };
  const evidence = facts.secrets?.evidence ?? [];
  const known = env.names(files.read('.env') ?? '');
  for (const path of new Set(evidence.map((place) => place.replace(/:\d+$/, '')))) {
    const fixer = fixers.find(({ handles }) => handles.test(path));
    const text = files.read(path);
    if (!fixer || text === undefined) continue;
    const spots = [...(await fixer.spots(path, text))];
    let now = text;
    for (const spot of spots.sort((a, b) => b.start - a.start)) {
      const name = variableFor(path, spot);
      const value = name === undefined ? undefined : moved.values.get(name);
      const isFree = value === undefined ? !known.includes(name ?? '') : value === spot.value;
      if (!name || !isFree) moved.notes.push(left(path, spot, name));
      else {
        now = now.slice(0, spot.start) + fixer.reading(path, name) + now.slice(spot.end);
        moved.values.set(name, spot.value);
        moved.places.set(name, `${path}:${spot.line}`);
        moved.notes.push({ file: path, line: spot.line, message: `moved to ${name}; ${rotate}` });
      }
    }
    if (now !== text) moved.texts.set(path, now);
  }
  return { ...moved, notes: moved.notes.sort(byPlace) };
}

function left(file: string, { line }: Spot, name: string | undefined): Note {
  const why = name ? `${name} has another value already` : 'it has no name to go by';
  return { file, line, message: `a secret was left in the code: ${why}; ${rotate}` };
}

const byPlace = (a: Note, b: Note): number =>
  a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1;
