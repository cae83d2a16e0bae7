import { declareAll } from './declare.ts';
import { findingsIn } from './findings.ts';
import { withFixes } from './fix/apply.ts';
import { namesOutcome } from './found.ts';
import type { Input } from './input.ts';
import { printingOf } from './printing.ts';
import { envFile } from './shared/env-file.ts';
import { sharedOutcomes } from './shared/files.ts';
import { summary } from './summary.ts';
import type { Declarations, Plan } from './types.ts';
import { leftoverOutcomes, wholeOutcomes } from './whole.ts';

/** Works out what every file should become. Writes nothing. */
export async function plan(given: Omit<Input, 'printing'>): Promise<Plan> {
  const printing = await printingOf(given.project);
  const { input, values, notes: moved, rest } = await withFixes({ ...given, printing });
  const { project, concerns, files, state } = input;
  const all = declareAll(concerns, project);
  const { known, missing } = await dependenciesOf(input, all);
  const { versions, notes } = await input.resolve(missing);
  const shared = await sharedOutcomes(input, all, { ...known, ...versions });
  const written = [
    ...shared.outcomes,
    ...(await wholeOutcomes(input, standing(all, shared.given))),
  ];
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
      ...printing.notes,
      ...shared.notes,
      ...(await findingsIn(project.theirs, all)),
      ...(await project.stack.language.told(project, all, project.theirs)),
    ],
  );
}

/** Without the lines that count on what the code does not give. */
const standing = (all: Declarations, found: ReadonlySet<string>): Declarations => ({
  ...all,
  lines: (all.lines ?? []).filter(({ given }) => given === undefined || found.has(given)),
});

/** The ranges that a project has or the tool chose before, and the packages that need one. */
async function dependenciesOf({ project, files, state }: Input, all: Declarations) {
  const { language } = project.stack;
  const wrote = { ...files, read: (path: string) => state.base[path] ?? files.read(path) };
  const chosen = await language.ranges(project, wrote);
  const known = { ...chosen, ...(await language.ranges(project, files)) };
  const lacks = await language.lacks(project, all, project.existing ? project.theirs : files);
  return { known, missing: lacks.filter(({ name }) => known[name] === undefined) };
}
