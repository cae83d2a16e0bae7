import { resolve as absolute, basename } from 'node:path';
import { settle } from './answers.ts';
import { chosenRows } from './fitting.ts';
import { movedNames } from './found.ts';
import { envIsTracked } from './git.ts';
import type { Found, Start } from './look.ts';
import { optionsOf } from './options.ts';
import { plan } from './plan.ts';
import { nameIn } from './project/node/manifest.ts';
import { makeSecret } from './secret.ts';
import { stackIn } from './stacks/choose.ts';
import { runtimeOf } from './stacks/runtime.ts';
import { readState } from './state.ts';
import { templates } from './templates.ts';
import type { Answers, Dependency, Plan, Project } from './types.ts';
import { type Resolution, resolveVersions } from './versions/resolve.ts';

export { type Found, look, type Start } from './look.ts';

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
      theirs: found.theirs,
    },
    asked,
  );

/** The project as a run of the named concerns sees it. */
export function describe(found: Found, answers: Answers, running: readonly string[]): Project {
  const row = stackIn(answers.stack, found);
  const stack = { ...row, ...runtimeOf(row, found) };
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
    theirs: found.theirs,
    ownEnv: found.ownEnv,
    moved: movedNames(found.state),
    corrections: found.corrections,
    path: found.repository.path,
    fix: found.given.fix === true,
    surroundings: found.surroundings,
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
  /** Tells what takes long. */
  readonly tell?: (text: string) => void;
}

/** Plans a run: reads, asks the registry if a version is needed, writes nothing. */
export function planRun(found: Found, project: Project, outside: Outside): Promise<Plan> {
  return plan({
    project,
    concerns: found.concerns,
    files: found.files,
    state: readState(found.files),
    templates,
    resolve: (dependencies) => resolveWith(dependencies, found, project, outside),
    secret: makeSecret,
    detect: found.detect,
    envTracked: envIsTracked(found.root),
    force: outside.force,
  });
}

function resolveWith(
  dependencies: readonly Dependency[],
  { root }: Found,
  project: Project,
  { offline, tell }: Outside,
): Promise<Resolution> {
  if (dependencies.length > 0 && !offline)
    tell?.(`Asking for the versions of ${dependencies.length} packages …`);
  return resolveVersions(dependencies, { root, project, offline });
}
