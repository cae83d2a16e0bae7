import { resolve as absolute, basename } from 'node:path';
import { settle } from './answers.ts';
import { ImagineError } from './errors.ts';
import { chosenRows } from './fitting.ts';
import { envIsTracked } from './git.ts';
import { optionsOf } from './options.ts';
import { plan } from './plan.ts';
import { detect, exists } from './project/detect.ts';
import { nameIn } from './project/manifest.ts';
import { makeSecret } from './secret.ts';
import { stackOf, stacks } from './stacks/catalog.ts';
import { readState, type State } from './state.ts';
import { templates } from './templates.ts';
import type { Answers, Concern, Dependency, Facts, Files, Plan, Project } from './types.ts';
import { type Resolution, resolveVersions } from './versions/resolve.ts';

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
}

/** What is known before anything is asked. */
export interface Found extends Start {
  readonly state: State;
  readonly facts: Facts;
  readonly existing: boolean;
}

/** Looks at the folder. Throws where a sub-generator has nothing to work on. */
export function look(start: Start): Found {
  const state = readState(start.files);
  const made = state.concerns.includes('app');
  const existing = !made && (state.concerns.length > 0 || exists(start.files));
  if (start.generator !== 'app' && !existing && !made) throw nothingHere(start.generator);
  if (existing && start.files.read('package.json') === undefined) throw otherLanguage();
  return { ...start, state, existing, facts: existing ? detect(theirs(start.files, state)) : {} };
}

/** The files as they are without those that the tool made: it must not find its own work. */
const theirs = (files: Files, { base }: State): Files => {
  const own = (path: string): boolean => base[path] !== undefined && !sharedPaths.has(path);
  return {
    read: (path) => (own(path) ? undefined : files.read(path)),
    list: () => files.list().filter((path) => !own(path)),
  };
};

const sharedPaths = new Set([...stacks.map(({ language }) => language.manifest), 'README.md']);

const otherLanguage = (): ImagineError =>
  new ImagineError('package.json is missing: only projects of Node can be retrofitted so far');

const nothingHere = (generator: string): ImagineError =>
  new ImagineError(
    `${generator}: no project here (no manifest, no source code): run it in one, or make one with: imagine <directory>`,
  );

/** Settles every answer; what a terminal asked comes in `asked`. */
export const answer = (
  found: Found,
  asked: Readonly<Record<string, string | number | readonly string[]>> = {},
): Answers =>
  settle(
    optionsOf(found.concerns),
    {
      given: found.given,
      stored: found.state.answers,
      facts: found.facts,
      directory: nameIn(found.files) ?? basename(absolute(found.root)),
      existing: found.existing,
    },
    asked,
  );

/** The project as a run of the named concerns sees it. */
export function describe(found: Found, answers: Answers, running: readonly string[]): Project {
  const stack = stackOf(String(answers.stack));
  const manager = stack.managers.find(({ name }) => name === answers['package-manager']);
  if (!manager) throw new Error(`no manager ${answers['package-manager']}`);
  const ran = [...found.state.concerns, ...running];
  return {
    name: String(answers.name),
    existing: found.existing,
    stack,
    manager,
    port: Number(answers.port),
    chosen: Object.fromEntries(
      optionsOf(found.concerns).map((option) => [option.name, chosenRows(option, answers)]),
    ),
    answers,
    facts: found.facts,
    concerns: new Set(ran.filter((name) => name !== 'app' || !found.existing)),
  };
}

/** The names of the concerns that a generator runs. */
export const runningOf = ({ generator, concerns }: Start): readonly string[] =>
  generator === 'app' ? concerns.map(({ name }) => name) : [generator];

/** How a plan chooses versions and reads the outside world. */
export interface Outside {
  readonly offline: boolean;
  readonly force: boolean;
  /** Kept over the generators of one run, so that a package is asked for once. */
  readonly cache: Map<string, Promise<Resolution>>;
}

/** Plans a run: reads, asks the registry if a version is needed, writes nothing. */
export function planRun(found: Found, project: Project, outside: Outside): Promise<Plan> {
  return plan({
    project,
    concerns: found.concerns,
    files: found.files,
    state: readState(found.files),
    templates,
    resolve: (dependencies) => resolveOnce(dependencies, found, project, outside),
    secret: makeSecret,
    envTracked: envIsTracked(found.root),
    force: outside.force,
  });
}

async function resolveOnce(
  dependencies: readonly Dependency[],
  { root }: Found,
  { stack }: Project,
  { offline, cache }: Outside,
): Promise<Resolution> {
  const fresh = dependencies.filter(({ name }) => !cache.has(name));
  const asked = resolveVersions(fresh, { root, runtime: stack.runtime, offline });
  for (const { name } of fresh) cache.set(name, asked);
  const found = await Promise.all(dependencies.map(({ name }) => cache.get(name)));
  const resolutions = [...new Set(found)].filter((each) => each !== undefined);
  return {
    versions: Object.assign({}, ...resolutions.map(({ versions }) => versions)),
    notes: resolutions.flatMap(({ notes }) => notes),
  };
}
