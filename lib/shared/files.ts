import { metIn } from '../errors.ts';
import { exampleFile } from '../example-file.ts';
import { fillingOf } from '../filling.ts';
import { foundText, pathOf } from '../found.ts';
import type { Input } from '../input.ts';
import type { Named, Tidy } from '../reconcile.ts';
import { reconcileOwn, reconcileShared } from '../reconcile.ts';
import { render } from '../render.ts';
import type { Declarations, Note, Project, Splice, TextEdit, Versions } from '../types.ts';
import { codeOutcomes } from './code.ts';
import { envExampleEdits } from './env-example.ts';
import { gitignoreEdits } from './gitignore.ts';
import { readmeEdits } from './readme.ts';
import { readmeOf, untoldOf } from './readme-file.ts';

type Edits = Readonly<Record<string, readonly TextEdit[]>>;

interface Shared {
  readonly outcomes: Named[];
  readonly notes: readonly Note[];
  /** What the code gives by the lines that stand in it. */
  readonly given: ReadonlySet<string>;
}

/** What becomes of the files that the tool shares with the user, and what is left to the user. */
export async function sharedOutcomes(
  input: Input,
  all: Declarations,
  versions: Versions,
): Promise<Shared> {
  const { project } = input;
  const texts = await textEdits(input, all, versions);
  if (!project.existing)
    return { outcomes: await eachOf(texts, own(input)), notes: [], given: new Set() };
  const told: Note[] = [...untoldOf(project.theirs, all)];
  const documents = withSplices(input, all, texts, told);
  const given = new Set<string>();
  const code = await codeOutcomes(input, all, told, given);
  const outcomes = [...(await eachOf(documents, found(input))), ...code];
  return { outcomes, notes: told, given };
}

/** What git ignores in an app of a monorepo, by the ignore file of the root. */
const outerIgnore = ({ surroundings, theirs }: Project): string =>
  surroundings.up === '' ? '' : (theirs.read(`${surroundings.up}.gitignore`) ?? '');

async function textEdits(
  { project, templates, files }: Input,
  all: Declarations,
  versions: Versions,
): Promise<Edits> {
  const fill = (template: string, path: string): string =>
    render(templates.read(template), fillingOf(project, all, path));
  const text = (template: string): string => fill(template, '');
  const view = project.existing ? project.theirs : files;
  const readme = project.existing ? readmeOf(project.theirs) : 'README.md';
  const edits: Edits = {
    ...(await project.stack.language.edits({ project, all, versions, files: view, fill })),
    ...(readme === undefined ? {} : { [readme]: readmeEdits(project, all, text) }),
    [exampleFile(project)]: envExampleEdits(all),
    '.gitignore': gitignoreEdits(
      all,
      outerIgnore(project),
      project.existing ? project.theirs.list() : [],
    ),
  };
  return Object.fromEntries(Object.entries(edits).filter(([, some]) => some.length > 0));
}

/** The same with what is spliced into documents; a file that needs nothing any more is there, too. */
function withSplices(input: Input, all: Declarations, texts: Edits, told: Note[]) {
  const { project, state } = input;
  const edits: Record<string, readonly TextEdit[]> = Object.fromEntries(
    Object.keys(state.found)
      .filter((key) => key === pathOf(key))
      .map((key) => [key, []]),
  );
  Object.assign(edits, texts);
  for (const splice of (all.splices ?? []).filter(({ code }) => !code)) {
    const isThere = project.theirs.read(splice.path) !== undefined;
    if (!isThere && splice.from === undefined) told.push(splice.otherwise);
    else
      edits[splice.path] = [
        ...(edits[splice.path] ?? []),
        ...(isThere ? [] : [beginning(input, all, splice)]),
        surely(splice, told),
      ];
  }
  return edits;
}

/** What a file begins with that is made of its splices. */
const beginning =
  ({ project, templates }: Input, all: Declarations, { path, from = '' }: Splice): TextEdit =>
  (text) =>
    text === '' ? render(templates.read(from), fillingOf(project, all, path)) : text;

/** An edit that leaves alone what is not sure, and tells it. */
const surely =
  (splice: Splice, told: Note[]): TextEdit =>
  async (text) => {
    const next = await splice.edit(text);
    if (next === undefined && !told.includes(splice.otherwise)) told.push(splice.otherwise);
    return next ?? text;
  };

type Reconcile = (path: string, edits: readonly TextEdit[]) => Promise<Omit<Named, 'path'>>;

const own =
  ({ files, state }: Input): Reconcile =>
  (path, edits) =>
    reconcileOwn({ base: state.base[path], mine: files.read(path) }, edits);

const found =
  ({ files, state, printing }: Input): Reconcile =>
  async (path, edits) => {
    const mine = files.read(path);
    const text = await foundText(state, path, mine);
    const tidy: Tidy = (before, after) => printing.tidy(path, before, after);
    return reconcileShared({ base: state.base[path], mine, found: text, path }, edits, tidy);
  };

async function eachOf(edits: Edits, reconcile: Reconcile): Promise<Named[]> {
  const outcomes: Named[] = [];
  for (const [path, list] of Object.entries(edits)) {
    try {
      outcomes.push({ path, ...(await reconcile(path, list)) });
    } catch (error) {
      throw metIn(path, error);
    }
  }
  return outcomes;
}
