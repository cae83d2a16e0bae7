import { join, posix } from 'node:path';
import { ImagineError } from './errors.ts';
import { ownsEnv, theirsOf } from './found.ts';
import { chooseApp } from './project/app.ts';
import { corrected, correctionsIn } from './project/corrections.ts';
import { detect, exists } from './project/detect.ts';
import { answersHealth } from './project/health-named.ts';
import { type Repository, repositoryOf } from './project/repository.ts';
import { alone, type Surroundings, surroundingsOf } from './project/surroundings.ts';
import { readState, type State } from './state.ts';
import type { Concern, Facts, Files } from './types.ts';

/** What a door knows when it starts: the same for `yo imagine` and for `imagine`. */
export interface Start {
  /** The project's folder, absolute. */
  readonly root: string;
  /** The generator that the user named. */
  readonly generator: string;
  readonly concerns: readonly Concern[];
  readonly files: Files;
  /** Options as given, by name. */
  readonly given: Readonly<Record<string, unknown>>;
  /** Asks which of several apps; absent where nobody can be asked. */
  readonly choose?: (question: string, names: readonly string[]) => Promise<string>;
}

/** What is known before anything is asked. Its root and files are those of the chosen app. */
export interface Found extends Start {
  readonly repository: Repository;
  readonly state: State;
  readonly facts: Facts;
  /** The facts that other texts of its files would show. */
  readonly detect: (theirs: Files) => Promise<Facts>;
  /** The files as the user has them, without what the tool wrote. */
  readonly theirs: Files;
  /** There was no `.env` of the user's own when the tool came. */
  readonly ownEnv: boolean;
  readonly surroundings: Surroundings;
  readonly existing: boolean;
  /** Facts that the user corrected, now or before, as they wrote them. */
  readonly corrections: Readonly<Record<string, string>>;
}

/** Looks at the folder. Throws where a sub-generator has nothing to work on. */
export async function look(start: Start): Promise<Found> {
  // First of all: another run may be at work, and writes these last.
  readState(start.files);
  const around = repositoryOf(start.root, start.files);
  const app = await chooseApp(start, around);
  const root = join(start.root, app.path);
  const repository = { ...around, path: [around.path, app.path].filter(Boolean).join('/') };
  const state = readState(app.files);
  const made = state.concerns.includes('app');
  const existing = !made && (state.concerns.length > 0 || exists(app.files));
  if (start.generator !== 'app' && !existing && !made) throw nothingHere(start.generator);
  const corrections = { ...state.corrections, ...correctionsIn(start.given.set) };
  const theirs = await theirsOf(app.files, state);
  const detected = async (files: Files): Promise<Facts> =>
    corrected(
      unlessOwn(await detect(files, seen(repository, files, state), app.apps), state),
      corrections,
    );
  const facts = existing ? await detected(theirs) : {};
  const surroundings = existing ? await surroundingsOf(repository, theirs, facts) : alone;
  const given = { ...answersIn(correctionsIn(start.given.set)), ...start.given };
  return {
    ...start,
    root,
    files: app.files,
    given,
    repository,
    state,
    existing,
    facts,
    detect: detected,
    theirs,
    ownEnv: ownsEnv(app.files, state),
    surroundings,
    corrections,
  };
}

/** The repository around a project, without what the tool wrote there. */
function seen(repository: Repository, theirs: Files, { base }: State): Repository {
  const { files, path } = repository;
  if (path === '') return { ...repository, files: theirs };
  const own = new Set(Object.keys(base).map((each) => posix.join(path, each)));
  const list = (): readonly string[] => files.list().filter((each) => !own.has(each));
  const read = (each: string) => (own.has(each) ? undefined : files.read(each));
  return { ...repository, files: { ...files, list, read } };
}

/** What the code says of the tool's own health addresses speaks of no others. */
const unlessOwn = (facts: Facts, { base }: State): Facts => {
  const { healthNamed, ...others } = facts;
  return healthNamed && answersHealth(base) ? others : facts;
};

/** Options that mirror a fact: who corrects the fact now answers the option. */
const mirrored: Readonly<Record<string, string>> = {
  port: 'port',
  packageManager: 'package-manager',
};

const answersIn = (corrections: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(corrections).flatMap(([fact, value]) => {
      const option = mirrored[fact];
      return option && value !== '' ? [[option, value]] : [];
    }),
  );

const nothingHere = (generator: string): ImagineError =>
  new ImagineError(
    `${generator}: no project here (no manifest, no source code): run it in one, or make one with: imagine <directory>`,
  );
