import * as makefile from '../../documents/makefile.ts';
import * as toml from '../../documents/toml.ts';
import { commandOrder } from '../../shared/commands.ts';
import type { TextEdit, Writing } from '../../types.ts';
import type { Homes } from './homes.ts';
import { order } from './project.ts';
import { united } from './requirement.ts';

type Edits = Readonly<Record<string, readonly TextEdit[]>>;

/** What is declared, spliced into the files that declare; keys of `manifest` are dotted paths. */
export function manifestEdits(writing: Writing, homes?: Homes): Edits {
  const { project, all, versions } = writing;
  const edits: Record<string, TextEdit[]> = beginning('pyproject.toml', writing);
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

/** A new app's file begins with what its stack has for it. */
function beginning(path: string, { project, fill }: Writing): Record<string, TextEdit[]> {
  const skeleton = project.stack.skeletons?.[path];
  if (skeleton === undefined || project.existing) return {};
  return { [path]: [(text) => (text.trim() === '' ? fill(skeleton, path) : text)] };
}

/** The commands as targets of the Makefile. */
export function makefileEdits(writing: Writing): Edits {
  const targets = (writing.all.commands ?? []).map(
    ({ name, run, about, after = [] }): TextEdit =>
      (text) =>
        makefile.add(text, { name, about, after, steps: stepsOf(run) }, { order: commandOrder }),
  );
  if (targets.length === 0) return {};
  return { Makefile: [...(beginning('Makefile', writing).Makefile ?? []), ...targets] };
}

const stepsOf = (run: string): string[] => (run === '' ? [] : run.split('\n'));
