import { collecting } from '../../../lib/existing/static.ts';
import type { Project } from '../../../lib/types.ts';
import { compilesTests } from './compiled.ts';
import { isUntried } from './gate.ts';
import { missingProgram } from './installed.ts';
import { typesOf } from './types.ts';

/** A step of a workflow: what it is called, and the command. */
export interface Step {
  readonly title: string;
  readonly run: string;
  /** What it finds is shown, and fails nothing. */
  readonly isReport?: boolean;
}

const coverageScripts = ['coverage', 'test:coverage', 'test:cov', 'test:ci:coverage'];
const typeScripts = ['typecheck', 'type-check', 'types', 'check-types', 'check:types', 'tsc'];

/** The scripts of the user's own manifest; none where a manifest keeps no such. */
const scriptsOf = ({ stack, theirs }: Project): Readonly<Record<string, string>> =>
  stack.language.scripts?.(theirs) ?? {};

type Found = readonly [title: string, run: string | undefined];

/** The checks that a project has, each once, in the order of running: what it builds may be tested. */
export function stepsOf(project: Project): readonly Step[] {
  const { facts, manager, stack } = project;
  const scripts = scriptsOf(project);
  const named = (names: readonly string[]): string | undefined =>
    names.filter((name) => scripts[name] !== undefined).map((name) => manager.run(name))[0];
  // A threshold that is kept nowhere yet may fail: then the tests run as they are.
  const measurable = facts.coverage ? undefined : facts.test?.value;
  const coverage =
    named(coverageScripts) ??
    measured(measurable, scripts) ??
    measuredByPytest(measurable, project);
  const build: Found = [
    'Build',
    stack.language.buildsBare ? facts.build?.value : collecting(project),
  ];
  const test: Found = coverage ? ['Test, with coverage', coverage] : ['Test', facts.test?.value];
  const found: readonly Found[] = [
    ['Lint', facts.lint?.value],
    ['Check types', named(typeScripts) ?? typesOf(project)],
    ...(compilesTests(project) ? [test, build] : [build, test]),
  ];
  return found
    .flatMap(([title, run]) => (run ? runnable(project, { title, run }) : []))
    .map((step) =>
      step.title === 'Lint' && isUntried(project) ? { ...step, isReport: true } : step,
    );
}

/** A linter that nobody installs is left out; what runs the tests is installed for it. */
function runnable(project: Project, step: Step): readonly Step[] {
  const program = missingProgram(project, step.run);
  if (program === undefined) return [step];
  if (!step.title.startsWith('Test')) return [];
  return [{ ...step, run: `python -m pip install ${program} && ${step.run}` }];
}

/** The tests with their coverage reported, where the runner itself measures it; no threshold. */
function measured(
  test: string | undefined,
  { test: script = '' }: Readonly<Record<string, string>>,
): string | undefined {
  if (test === undefined || !/^(?:\w+=\S+ )*(?:cross-env \S+ )?jest(?: [^&|;]*)?$/.test(script))
    return undefined;
  if (/--coverage|--watch/.test(script)) return undefined;
  const dashes = test.startsWith('npm') ? ' --' : '';
  return `${test}${dashes} --coverage`;
}

/** The same by pytest, where its plug-in is among the dependencies. */
function measuredByPytest(test: string | undefined, { theirs }: Project): string | undefined {
  const lists = theirs
    .list()
    .filter((path) => /^(?:pyproject\.toml|Pipfile|requirements.*\.txt)$/.test(path));
  const isThere = lists.some((path) => /\bpytest-cov\b/.test(theirs.read(path) ?? ''));
  return isThere && test && /\bpytest$/.test(test) ? `${test} --cov` : undefined;
}
