import type { Project } from '../../../lib/types.ts';

const configurations =
  /(?:^|\/)(?:\.?ruff\.toml|\.flake8|\.?pylintrc(?:\.toml)?|\.pre-commit-config\.yaml)$/;
const tables = /(?:^|\/)(?:pyproject\.toml|setup\.cfg)$/;
const commands =
  /(?:^|\/)(?:Makefile|justfile|tox\.ini|noxfile\.py|\.gitlab-ci\.yml|\.github\/workflows\/[^/]+)$/i;

/**
 * Whether the project's linter may fail today: it is a dependency, but no command of the project's
 * runs it, and nothing says which of its rules the code keeps.
 */
export function isUntried({ facts: { lint, linter }, theirs }: Project): boolean {
  const [place] = lint?.evidence ?? [];
  if (linter === undefined || place === undefined || place !== linter.evidence[0]) return false;
  const table = new RegExp(`^\\s*\\[(?:tool[.:])?${linter.value}\\b`, 'm');
  const named = new RegExp(`\\b${linter.value}\\b`);
  const says = (path: string, pattern: RegExp): boolean => pattern.test(theirs.read(path) ?? '');
  return !theirs
    .list()
    .some(
      (path) =>
        configurations.test(path) ||
        (tables.test(path) && says(path, table)) ||
        (commands.test(path) && says(path, named)),
    );
}
