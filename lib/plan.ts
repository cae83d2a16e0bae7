import { declareAll } from './declare.ts';
import { metIn } from './errors.ts';
import { fillingOf } from './filling.ts';
import { reconcileLeftover, reconcileOwn, reconcileShared, reconcileWhole } from './reconcile.ts';
import { render } from './render.ts';
import { envExampleEdits } from './shared/env-example.ts';
import { envFile, type MakeSecret } from './shared/env-file.ts';
import { gitignoreEdits } from './shared/gitignore.ts';
import { readmeEdits } from './shared/readme.ts';
import type { State } from './state.ts';
import { type Named, summary } from './summary.ts';
import type { Templates } from './templates.ts';
import type {
  Concern,
  Declarations,
  Dependency,
  Files,
  Plan,
  Project,
  TextEdit,
  Versions,
} from './types.ts';
import type { Resolution } from './versions/resolve.ts';

/** All that a plan is made of; pure but for the versions, which may come from the network. */
export interface Input {
  readonly project: Project;
  readonly concerns: readonly Concern[];
  readonly files: Files;
  readonly state: State;
  readonly templates: Templates;
  readonly resolve: (dependencies: readonly Dependency[]) => Promise<Resolution>;
  readonly secret: MakeSecret;
  /** Whether git tracks `.env`. */
  readonly envTracked: boolean;
  readonly force: boolean;
}

/** Works out what every file should become. Writes nothing. */
export async function plan(input: Input): Promise<Plan> {
  const { project, concerns, files } = input;
  const all = declareAll(concerns, project);
  const manifest = files.read(project.stack.language.manifest) ?? '';
  const { versions, notes } = await input.resolve(
    project.stack.language.lacks(manifest, all, project),
  );
  const known = project.stack.language.ranges(manifest, project);
  const outcomes = [
    ...(await sharedOutcomes(input, all, { ...known, ...versions })),
    ...(await wholeOutcomes(input, all)),
  ];
  const leftovers = leftoverOutcomes(input, new Set(outcomes.map(({ path }) => path)));
  const environment = project.concerns.has('config')
    ? envFile(files.read('.env'), all, input.envTracked, input.secret)
    : { text: files.read('.env'), notes: [] };
  return summary(input, [...outcomes, ...leftovers], environment, versions, [
    ...notes,
    ...all.notes,
  ]);
}

async function sharedOutcomes(
  { project, files, state, templates }: Input,
  all: Declarations,
  versions: Versions,
): Promise<Named[]> {
  const { language } = project.stack;
  const text = (template: string): string =>
    render(templates.read(template), fillingOf(project, all, ''));
  const edits: Readonly<Record<string, readonly TextEdit[]>> = {
    [language.manifest]: language.edits(project, all, versions),
    'README.md': readmeEdits(project, all, text),
    '.env.example': envExampleEdits(all),
    '.gitignore': gitignoreEdits(all),
  };
  const reconcile = project.existing ? reconcileShared : reconcileOwn;
  const outcomes: Named[] = [];
  for (const [path, list] of Object.entries(edits).filter(([, some]) => some.length > 0)) {
    const found = { base: state.base[path], mine: files.read(path) };
    try {
      outcomes.push({ path, ...(await reconcile(found, list)) });
    } catch (error) {
      throw metIn(path, error);
    }
  }
  return outcomes;
}

async function wholeOutcomes(input: Input, all: Declarations): Promise<Named[]> {
  const { project, files, state, templates, force } = input;
  const whole = [...wholeFiles(all, templates)].map(async ({ path, template, existing }) => {
    const theirs = render(templates.read(template), fillingOf(project, all, path));
    const mine = files.read(path);
    const met = state.baseLost ? 'keep' : existing;
    const found = await reconcileWhole({ base: state.base[path], mine }, theirs, met);
    return { path, ...(found.conflict && force ? { text: theirs, base: theirs } : found) };
  });
  return Promise.all(whole);
}

/** Every file of the declared trees, by path; a tree that two rows name counts once. */
function wholeFiles({ trees = [] }: Declarations, templates: Templates) {
  const found = trees.flatMap(({ folder, existing }) =>
    templates.list(folder).map((path) => ({ path, template: `${folder}/${path}`, existing })),
  );
  return new Map(found.map((file) => [file.path, file])).values();
}

const leftoverOutcomes = ({ state, files }: Input, wanted: ReadonlySet<string>): Named[] =>
  Object.entries(state.base)
    .filter(([path]) => !wanted.has(path))
    .map(([path, base]) => ({ path, ...reconcileLeftover({ base, mine: files.read(path) }) }));
