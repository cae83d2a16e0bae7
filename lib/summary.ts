import { pathOf } from './found.ts';
import type { Input } from './input.ts';
import type { Named } from './reconcile.ts';
import { answersFile, answersText, baseFile, foundFile, textsText } from './state.ts';
import { toldOf } from './told.ts';
import type { Change, Note, Plan, Versions } from './types.ts';

/** The plan that the outcomes of all files make, with the tool's own two files. */
export async function summary(
  { project, files, state, printing }: Input,
  outcomes: readonly Named[],
  environment: { text: string | undefined; notes: readonly Note[] },
  versions: Versions,
  notes: readonly Note[],
): Promise<Plan> {
  const base = Object.fromEntries(
    outcomes.flatMap(({ path, base: text }) => (text === undefined ? [] : [[path, text]])),
  );
  const found = Object.assign({}, ...outcomes.map(({ beside }) => beside));
  const own = [
    {
      path: answersFile,
      text: answersText(files, project.answers, project.concerns, project.corrections),
    },
    { path: baseFile, text: textsText(base) },
    ...foundChange(found),
  ];
  const wanted: Change[] = [
    ...outcomes
      .filter(({ path }) => pathOf(path) === path)
      .map(({ path, text }) => ({ path, text })),
    ...(await Promise.all(
      own.map(async ({ path, text }) => ({
        path,
        text: (await printing.print(path, text)) ?? text,
      })),
    )),
    ...(environment.text === undefined
      ? []
      : [{ path: '.env', text: environment.text, mode: 0o600 }]),
  ];
  const unreadable = new Set((files.passedOver?.() ?? []).map(({ file }) => file));
  const differs = ({ path, text }: Change): boolean => (files.read(path) ?? null) !== text;
  const said = outcomes.flatMap(({ path, note }) => (note ? [{ file: path, message: note }] : []));
  const lost = state.baseLost ? [{ file: baseFile, message: lostBase }] : [];
  return {
    changes: wanted.filter(differs).sort(byPath),
    unchanged: wanted
      .filter((change) => !differs(change))
      .map(({ path }) => path)
      .sort(),
    conflicts: outcomes
      .filter(({ conflict, path }) => conflict || unreadable.has(path))
      .map(({ path }) => path)
      .sort(),
    open: outcomes.flatMap(({ path, open }) => (open ? [{ path, ...open }] : [])),
    notes: [...lost, ...(project.facts.notes ?? []), ...notes, ...said, ...environment.notes],
    versions,
    next: [],
    facts: toldOf(project.facts),
  };
}

const foundChange = (
  texts: Readonly<Record<string, string>>,
): readonly { path: string; text: string }[] =>
  Object.keys(texts).length > 0 ? [{ path: foundFile, text: textsText(texts) }] : [];

const last = new Set([answersFile, baseFile, foundFile]);
/** The order of changes, the tool's own files last: who finds them new finds all others new. */
export const byPath = (a: Pick<Change, 'path'>, b: Pick<Change, 'path'>): number =>
  Number(last.has(a.path)) - Number(last.has(b.path)) || (a.path < b.path ? -1 : 1);
const lostBase = 'is missing or damaged: what is there is taken as it is, as on a first run';
