import type { Project } from '../../../lib/types.ts';

const runner = /^(?:uv|poetry|pipenv|pdm) run /;
const lists =
  /^(?:pyproject\.toml|Pipfile|setup\.(?:cfg|py)|(?:poetry|uv)\.lock|[\w-]*requirements[\w.-]*\.(?:txt|in)|requirements\/[\w.-]+\.(?:txt|in))$/;
/** What every Python, or the machine, brings. */
const there = new Set(['python', 'python3', 'make', 'sh', 'cd', 'test']);

/** Packages that bring a program of another name. */
const packages: Readonly<Record<string, string>> = {
  ...{ poe: 'poethepoet', task: 'taskipy', inv: 'invoke', 'py.test': 'pytest' },
};
/** Programs whose plug-ins bring them. */
const extended = /^(?:pytest|flake8|pylint|tox|nox)$/;

/** The package of the program of a Python command that no dependency brings; undefined where all is there. */
export function missingProgram({ stack, theirs }: Project, run: string): string | undefined {
  if (stack.language.name !== 'python') return undefined;
  const words = run
    .replace(/^(?:\w+=\S+ )+/, '')
    .replace(runner, '')
    .split(' ');
  const program = words[0] === 'python' && words[1] === '-m' ? words[2] : words[0];
  if (program === undefined || there.has(program) || program === 'unittest') return undefined;
  const wanted = packages[program] ?? program;
  const plugin = extended.test(wanted) ? '(?:-[\\w-]+)?' : '';
  const named = new RegExp(`(?:^|["'\\s])${wanted}${plugin}(?:[\\[<>=~!;"'\\s]|$)`, 'i');
  const isNamed = theirs
    .list()
    .filter((path) => lists.test(path))
    .flatMap((path) => (theirs.read(path) ?? '').split('\n'))
    .some((line) => !/^\s*\[/.test(line) && named.test(line));
  return isNamed ? undefined : wanted;
}
