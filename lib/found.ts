import type { Outcome } from './reconcile.ts';
import { type Run, runsOf, withoutRuns } from './runs.ts';
import type { State } from './state.ts';
import type { Files, Project } from './types.ts';

/** Of a source file of the user's only the lines that the tool put in are kept, under this name. */
export const linesKey = (path: string): string => `${path}#lines`;
/** Of `.env` the names of the variables that the tool put in are kept, never a value. */
const namesKey = '.env#names';
/** Set where there was no `.env` when the tool came to it: it is the tool's to have loaded. */
const ownKey = '.env#own';
/** Of the variables to which secrets of the code were moved the names are kept. */
const movedKey = '.env#moved';
/** The path that a name in the found texts is about. */
export const pathOf = (key: string): string => key.replace(/#(?:lines|names|own|moved)$/, '');

type Kept = Pick<State, 'base' | 'found'>;

/**
 * The user's own text of a shared file: what was found, with what the user changed since. Undefined
 * where there was none.
 */
export async function foundText(
  { base, found }: Kept,
  path: string,
  mine: string | undefined,
): Promise<string | undefined> {
  const [wrote, before] = [base[path], found[path]];
  if (wrote === undefined) return mine;
  if (mine === undefined || mine === wrote) return before;
  const { merge3 } = await import('./documents/merge3.ts');
  const merged = merge3(wrote, mine, before ?? '');
  return merged.conflict || merged.text === '' ? before : merged.text;
}

/** The lines that the tool put into a source file. */
export const linesIn = ({ found }: Pick<State, 'found'>, path: string): readonly Run[] =>
  runsOf(found[linesKey(path)]);

const namesIn = ({ found }: Pick<State, 'found'>): readonly string[] =>
  found[namesKey]?.split('\n') ?? [];

/** The variables to which secrets of the code were moved. */
export const movedNames = ({ found }: Pick<State, 'found'>): readonly string[] =>
  found[movedKey]?.split('\n') ?? [];

/** What is kept of `.env` in an existing project. */
export function namesOutcome(
  { existing, concerns, ownEnv, moved }: Project,
  state: State,
  added: readonly string[],
): readonly (Outcome & { readonly path: string })[] {
  if (!existing || !concerns.has('config')) return [];
  const names = [...new Set([...namesIn(state), ...added])].sort();
  const beside = {
    ...(names.length > 0 && { [namesKey]: names.join('\n') }),
    ...(ownEnv && { [ownKey]: 'yes' }),
    ...(moved.length > 0 && { [movedKey]: moved.join('\n') }),
  };
  return [{ path: namesKey, text: null, base: undefined, beside }];
}

/** Whether `.env` is the tool's: there was none when `config` came. */
export const ownsEnv = (files: Files, { concerns, found }: State): boolean =>
  concerns.includes('config') ? found[ownKey] !== undefined : files.read('.env') === undefined;

const withoutNames = (text: string | undefined, names: readonly string[]): string | undefined =>
  text
    ?.split('\n')
    .filter((line) => !names.includes(/^(\w+)=/.exec(line)?.[1] ?? ''))
    .join('\n');

/**
 * The project as its user has it: files that the tool made are not there, and what it spliced in is
 * taken out again. The tool must not find its own work.
 */
export async function theirsOf(files: Files, state: State): Promise<Files> {
  const texts = new Map<string, string | undefined>();
  const paths = [...Object.keys(state.base), ...Object.keys(state.found).map(pathOf)];
  for (const path of new Set(paths)) {
    const mine = files.read(path);
    const clean = mine && withoutRuns(mine, linesIn(state, path));
    const known = state.base[path] !== undefined;
    texts.set(path, known ? await foundText(state, path, mine) : clean);
  }
  texts.set('.env', withoutNames(files.read('.env'), namesIn(state)));
  return {
    ...files,
    read: (path) => (texts.has(path) ? texts.get(path) : files.read(path)),
    list: () => files.list().filter((path) => !texts.has(path) || texts.get(path) !== undefined),
  };
}
