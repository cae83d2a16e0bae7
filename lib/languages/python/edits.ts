import * as makefile from '../../documents/makefile.ts';
import * as toml from '../../documents/toml.ts';
import { commandOrder } from '../../shared/commands.ts';
import type { TextEdit, Writing } from '../../types.ts';
import type { Homes } from './homes.ts';
import { order } from './project.ts';
import { united } from './requirement.ts';

type Edits = Readonly<Record<string, readonly TextEdit[]>>;

/** What is declared, spliced into the files that declare; keys of `manifest` are dotted paths. */
export function manifestEdits({ project, all, versions }: Writing, homes?: Homes): Edits {
  const edits: Record<string, TextEdit[]> = {};
  const add = (path: string, edit: TextEdit): void => {
    edits[path] = [...(edits[path] ?? []), edit];
  };
  for (const [table, value] of Object.entries(project.existing ? {} : (all.manifest ?? {})))
    for (const edit of tableEdits(table, value)) add('pyproject.toml', edit);
  for (const each of united(all.dependencies ?? [])) {
    const home = each.dev ? homes?.development : homes?.main;
    const range = versions[each.name]?.range;
    if (home && range !== undefined) add(home.path, (text) => home.add(text, { ...each, range }));
  }
  return edits;
}

const tableEdits = (table: string, value: unknown): TextEdit[] =>
  Object.entries(value as object).map(
    ([key, one]) =>
      (text) =>
        toml.add(text, [...table.split('.'), key], one, { order }),
  );

/** The commands as targets of the Makefile; a new one begins with its stack's head. */
export function makefileEdits({ project, all, fill }: Writing): Edits {
  const head = project.stack.skeletons?.Makefile;
  const targets = (all.commands ?? []).map(
    ({ name, run, about, after = [] }): TextEdit =>
      (text) =>
        makefile.add(text, { name, about, after, steps: stepsOf(run) }, { order: commandOrder }),
  );
  if (targets.length === 0) return {};
  const begin: TextEdit = (text) =>
    text.trim() === '' && head && !project.existing ? fill(head, 'Makefile') : text;
  return { Makefile: [begin, ...targets] };
}

const stepsOf = (run: string): string[] => (run === '' ? [] : run.split('\n'));
