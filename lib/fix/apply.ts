import type { Input } from '../input.ts';
import type { Named } from '../reconcile.ts';
import type { Facts, Files, Note, Project } from '../types.ts';
import type { Moved } from './fix.ts';

/** A run over code from which the secrets were moved, and what it must still write. */
export interface Fixed {
  readonly input: Input;
  readonly values: ReadonlyMap<string, string>;
  readonly notes: readonly Note[];
  /** The fixed files that nothing else writes. */
  rest(outcomes: readonly Named[]): readonly Named[];
}

/** Moves found secrets to the environment where the user asked for it, and `.env` may hold them. */
export async function withFixes(input: Input): Promise<Fixed> {
  const { project, files } = input;
  const none = { input, values: new Map(), notes: [], rest: () => [] };
  if (!project.fix || !project.concerns.has('config') || !project.facts.secrets) return none;
  if (input.envTracked) return { ...none, notes: refusals(project) };
  const { moveSecrets } = await import('./fix.ts');
  const { tellElsewhere } = await import('./elsewhere.ts');
  const moved = await tidied(await moveSecrets(project, files), input);
  const over = (under: Files, texts: ReadonlyMap<string, string>): Files => ({
    ...under,
    read: (path) => texts.get(path) ?? under.read(path),
  });
  const theirs = over(project.theirs, moved.theirs);
  const names = [...moved.values.keys()];
  const after = {
    ...project,
    theirs,
    moved: [...new Set([...project.moved, ...names])].sort(),
    facts: factsAfter(names.length > 0 ? await input.detect(theirs) : project.facts, moved),
  };
  return {
    input: { ...input, project: after, files: over(files, moved.texts) },
    values: moved.values,
    notes: [...moved.notes, ...tellElsewhere(project, names)],
    rest: (outcomes) =>
      [...moved.texts]
        .filter(([path]) => !outcomes.some((outcome) => outcome.path === path))
        .map(([path, text]) => ({ path, text, base: undefined })),
  };
}

/** The fixed files in the project's own format. */
async function tidied(moved: Moved, { project, files, printing }: Input): Promise<Moved> {
  const tidy = async (texts: ReadonlyMap<string, string>, under: Files) => {
    const each = [...texts].map(
      async ([path, text]) => [path, await printing.tidy(path, under.read(path), text)] as const,
    );
    return new Map(await Promise.all(each));
  };
  return {
    ...moved,
    texts: await tidy(moved.texts, files),
    theirs: await tidy(moved.theirs, project.theirs),
  };
}

const refusals = ({ facts }: Project): readonly Note[] =>
  (facts.secrets?.evidence ?? []).map((place) => ({
    file: place.replace(/:\d+$/, ''),
    line: Number(/:(\d+)$/.exec(place)?.[1] ?? 1),
    message: 'the secret was left in the code: git tracks .env, which is to hold it',
  }));

/** The facts of the fixed code; every variable that has a value now is one of them. */
function factsAfter(facts: Facts, { places }: Moved): Facts {
  const { value = [], evidence = [] } = facts.variables ?? {};
  const found = new Map(value.map((name, index) => [name, evidence[index] ?? '']));
  for (const [name, place] of places) if (!found.has(name)) found.set(name, place);
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  if (sorted.length === 0) return facts;
  const variables = { value: sorted.map(([name]) => name), evidence: sorted.map(([, at]) => at) };
  return { ...facts, variables };
}
