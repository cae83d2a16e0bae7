import { managerOf } from '../../../lib/existing/installing.ts';
import type { Note, Project } from '../../../lib/types.ts';
import { missingProgram } from './installed.ts';

/** A checker of Python's types, by its program. */
interface Checker {
  readonly name: string;
  /** Where it is set up: files, and what in them says so. */
  readonly settings: readonly (readonly [path: string, begins: RegExp])[];
  /** The settings that say what is checked. */
  readonly scope: RegExp;
}

const python: readonly Checker[] = [
  {
    name: 'mypy',
    settings: [
      ['mypy.ini', /^\[mypy\]$/m],
      ['.mypy.ini', /^\[mypy\]$/m],
      ['pyproject.toml', /^\[tool\.mypy\]$/m],
      ['setup.cfg', /^\[mypy\]$/m],
    ],
    scope: /^\s*(?:files|packages|modules)\s*=/m,
  },
  {
    name: 'pyright',
    settings: [
      ['pyrightconfig.json', /^/],
      ['pyproject.toml', /^\[tool\.pyright\]$/m],
    ],
    // Without it, it may be there for an editor alone.
    scope: /^\s*"?include"?\s*[:=]/m,
  },
];
/** Node's type checkers are among the scripts of its manifest. */
const checkers: Readonly<Record<'node' | 'python', readonly Checker[]>> = { node: [], python };
const tasks = /^(?:GNUm|M|m)akefile$|^(?:tox\.ini|justfile|scripts\/[\w.-]+|bin\/[\w.-]+)$/;

/** The command that checks the types of Python code, where it is sure what it checks. */
export function typesOf(project: Project): string | undefined {
  const checker = checkerOf(project);
  const command = checker && commandOf(project, checker);
  const name = managerOf(project)?.name ?? 'pip';
  return command && (name === 'pip' ? command : `${name} run ${command}`);
}

/** What is left to the user: a checker that is there, and is told nowhere what it checks. */
export function typesNote(project: Project): readonly Note[] {
  const checker = checkerOf(project);
  if (!checker || commandOf(project, checker)) return [];
  const message = `${checker.name} is set up, but what it checks is said nowhere, so CI does not run it: name its files in its settings`;
  return [{ file: settingsIn(project, checker)[0]?.path ?? 'pyproject.toml', message }];
}

/** One that is set up, and installed. */
const checkerOf = (project: Project): Checker | undefined =>
  checkers[project.stack.language.name].find(
    (one) => settingsIn(project, one).length > 0 && missingProgram(project, one.name) === undefined,
  );

/** The section of its settings, in each file that has one. */
const settingsIn = ({ theirs }: Project, { settings }: Checker) =>
  settings.flatMap(([path, begins]) => {
    const text = theirs.read(path) ?? '';
    const start = text === '' ? -1 : text.search(begins);
    const section = text.slice(start).split(/\n(?=\[)/)[0] ?? '';
    return start < 0 ? [] : [{ path, section }];
  });

function commandOf(project: Project, checker: Checker): string | undefined {
  const { name, scope } = checker;
  const isSaid = settingsIn(project, checker).some(({ section }) => scope.test(section));
  if (isSaid) return name;
  const call = new RegExp(`(?:^|\\s)(${name}(?: +[\\w./=-]+)+)[ \\t]*$`, 'm');
  const { theirs } = project;
  const texts = theirs.list().filter((path) => tasks.test(path));
  return texts.flatMap((path) => call.exec(theirs.read(path) ?? '')?.[1] ?? [])[0];
}
