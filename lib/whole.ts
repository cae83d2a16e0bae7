import { fillingOf } from './filling.ts';
import type { Input } from './input.ts';
import type { Named } from './reconcile.ts';
import { reconcileLeftover, reconcileWhole } from './reconcile.ts';
import { render } from './render.ts';
import { adopted, isCode } from './retrofit/adopted.ts';
import type { Templates } from './templates.ts';
import type { Declarations, Files, MadeFile } from './types.ts';

/** What becomes of the files that the tool makes whole. */
export async function wholeOutcomes(input: Input, all: Declarations): Promise<Named[]> {
  const { project, files, state, templates, force, printing } = input;
  const whole = [...wholeFiles(all, templates)].map(async (file) => {
    const { path, template } = file;
    const rendered = render(templates.read(template), fillingOf(project, all, path));
    const text = project.existing ? await adopted(rendered, file, project) : rendered;
    const theirs = (await printing.print(path, text)) ?? text;
    const met = state.baseLost ? 'keep' : file.existing;
    const found = await reconcileWhole(
      { base: state.base[path], mine: files.read(path) },
      theirs,
      met,
    );
    return { path, ...(found.conflict && force ? { text: theirs, base: theirs } : found) };
  });
  return Promise.all(whole);
}

type Whole = MadeFile & { readonly existing?: 'keep' | 'conflict' | undefined };

/** Every file that is declared, by path; one that two rows name counts once. */
function wholeFiles({ trees = [], files = [] }: Declarations, templates: Templates) {
  const found = trees.flatMap(({ folder, into, names = {}, existing }) =>
    templates.list(folder).map((file): Whole => {
      const name = names[file] ?? file;
      return { path: into ? `${into}/${name}` : name, template: `${folder}/${file}`, existing };
    }),
  );
  return new Map([...found, ...files].map((file: Whole) => [file.path, file])).values();
}

/** What becomes of files that nothing asks for any more; one that the user's code names stays. */
export function leftoverOutcomes({ project, state, files }: Input, wanted: ReadonlySet<string>) {
  const left = Object.entries(state.base).filter(([path]) => !wanted.has(path));
  return left.map(([path, base]): Named => {
    if (project.existing && isNamed(path, project.theirs))
      return {
        path,
        text: files.read(path) ?? null,
        base,
        note: 'is not needed any more, but your code names it',
      };
    return { path, ...reconcileLeftover({ base, mine: files.read(path) }) };
  });
}

/** Whether a file of the user's takes in a module by its name. */
function isNamed(path: string, theirs: Files): boolean {
  if (!isCode(path)) return false;
  const stem = path.replace(/^.*\//, '').replace(/\.[^.]+$/, '');
  const named = new RegExp(`['"]\\.[./\\w-]*/${stem}(?:\\.\\w+)?['"]`);
  return theirs.list().some((each) => isCode(each) && named.test(theirs.read(each) ?? ''));
}
