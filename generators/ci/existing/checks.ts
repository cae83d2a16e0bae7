import type { Project } from '../../../lib/types.ts';

/** What checks a project already. */
interface Checks {
  /** Files of other providers than the one that the tool writes for. */
  readonly elsewhere: readonly string[];
  /** Workflows that check this project's code. */
  readonly checking: readonly string[];
}

/** Finds what checks a project's code on a change; releases, labels and the like don't count. */
export function checksOf({ facts, surroundings, theirs }: Project): Checks {
  const files = [...new Set([...(facts.ci?.value ?? []), ...surroundings.ci])].filter(
    (path) => theirs.read(path) !== undefined,
  );
  const workflows = files.filter((path) => path.includes('.github/workflows/'));
  return {
    elsewhere: workflows.length > 0 ? [] : files,
    checking: workflows.filter((path) => {
      const text = withoutComments(theirs.read(path) ?? '');
      return runsOnChanges(text) && runsChecks(text) && isAbout(text, surroundings.folder);
    }),
  };
}

const withoutComments = (text: string): string => text.replaceAll(/(^|\s)#.*$/gm, '$1');

const runsOnChanges = (text: string): boolean =>
  /\b(?:pull_request|merge_group|workflow_call)\b/.test(text) ||
  (/\bpush\b/.test(text) && (/^\s*branches/m.test(text) || !/^\s*tags/m.test(text)));

const command =
  /\b(?:npm|yarn|pnpm|bun|npx|turbo|nx|make|just|task|node --run|python -m|uv run|poetry run|pipenv run|pdm run)\s(?:.*\s)?["']?(?:t|test|tests|lint|build|check|ci|verify|coverage|typecheck)\b/;
const program =
  /\b(?:pytest|tox|nox|jest|vitest|mocha|eslint|biome|ruff|flake8|mypy|tsc|manage\.py test)\b/;
const reused = /^\s*uses:\s*\S+\.ya?ml(?:@\S+)?\s*$/m;

const runsChecks = (text: string): boolean =>
  text.split('\n').some((line) => command.test(line) || program.test(line)) || reused.test(text);

/** One that is confined to another folder of the repository says nothing of this project. */
function isAbout(text: string, folder: string): boolean {
  if (folder === '') return true;
  const named = new RegExp(`(?:^|[\\s"'/])${escaped(folder)}(?:[\\s"'/]|$)`, 'm');
  const parent = folder.split('/').slice(0, -1).join('/');
  const sibling = new RegExp(`(?:^|[\\s"'/])${escaped(parent)}/[\\w-]`, 'm');
  const isElsewhere = /working-directory:/.test(text) || (parent !== '' && sibling.test(text));
  return named.test(text) || !isElsewhere;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
