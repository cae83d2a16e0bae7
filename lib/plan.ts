import { declareAll } from './declare.ts';
import { findingsIn } from './findings.ts';
import { withFixes } from './fix/apply.ts';
import { namesOutcome } from './found.ts';
import { envFile, type MakeSecret } from './shared/env-file.ts';
import { sharedOutcomes } from './shared/files.ts';
import type { State } from './state.ts';
import { summary } from './summary.ts';
import type { Templates } from './templates.ts';
import type { Concern, Declarations, Dependency, Facts, Files, Plan, Project } from './types.ts';
import type { Resolution } from './versions/resolve.ts';
import { leftoverOutcomes, wholeOutcomes } from './whole.ts';

/** All that a plan is made of; pure but for the versions, which may come from the network. */
export interface Input {
  readonly project: Project;
  readonly concerns: readonly Concern[];
  readonly files: Files;
  readonly state: State;
  readonly templates: Templates;
  readonly resolve: (dependencies: readonly Dependency[]) => Promise<Resolution>;
  readonly secret: MakeSecret;
  /** What other texts of the project's files tell, corrected as the user did. */
  readonly detect: (theirs: Files) => Promise<Facts>;
  /** Whether git tracks `.env`. */
  readonly envTracked: boolean;
  readonly force: boolean;
}

/** Works out what every file should become. Writes nothing. */
export async function plan(given: Input): Promise<Plan> {
  const { input, values, notes: moved, rest } = await withFixes(given);
  const { project, concerns, files, state } = input;
  const all = declareAll(concerns, project);
  const { known, missing } = await dependenciesOf(input, all);
  const { versions, notes } = await input.resolve(missing);
  const shared = await sharedOutcomes(input, all, { ...known, ...versions });
  const written = [...shared.outcomes, ...(await wholeOutcomes(input, all))];
  const outcomes = [...written, ...rest(written)];
  const leftovers = leftoverOutcomes(input, new Set(outcomes.map(({ path }) => path)));
  const environment = project.concerns.has('config')
    ? envFile(files.read('.env'), all, input.envTracked, { secret: input.secret, values })
    : { text: files.read('.env'), added: [], notes: [] };
  const named = namesOutcome(project, state, environment.added);
  return summary(
    { ...input, files: given.files },
    [...outcomes, ...leftovers, ...named],
    environment,
    versions,
    [
      ...notes,
      ...moved,
      ...all.notes,
      ...shared.notes,
      ...(await findingsIn(project.theirs, all)),
      ...(await project.stack.language.told(project, all, project.theirs)),
    ],
  );
}

/** The ranges that a project has or the tool chose before, and the packages that need one. */
async function dependenciesOf({ project, files, state }: Input, all: Declarations) {
  const { language } = project.stack;
  const wrote = { ...files, read: (path: string) => state.base[path] ?? files.read(path) };
  const chosen = await language.ranges(project, wrote);
  const known = { ...chosen, ...(await language.ranges(project, files)) };
  const lacks = await language.lacks(project, all, project.existing ? project.theirs : files);
  return { known, missing: lacks.filter(({ name }) => known[name] === undefined) };
}
