import type { Note, Project } from '../types.ts';

/** Lines of a Dockerfile that run the code while the image is built. */
const runs = /^\s*(?:RUN\b.*|.*&&.*)\b(?:manage\.py|flask|alembic)\b/m;

/** Commands that run tests. */
const tests =
  /\b(?:pytest|unittest|tox|nox|jest|vitest|manage\.py)\b|\b(?:npm|yarn|pnpm|make|uv|poetry|pdm|pipenv|hatch|node)\b.*\btest/;

/** Where the user's own files run code that has no value for a moved secret any more. */
export function tellElsewhere({ facts, theirs }: Project, names: readonly string[]): Note[] {
  const lacking = (path: string): string =>
    names.filter((name) => !new RegExp(`\\b${name}\\b`).test(theirs.read(path) ?? '')).join(', ');
  const told = (path: string, message: (names: string) => string): Note[] =>
    lacking(path) === '' ? [] : [{ file: path, message: message(lacking(path)) }];
  const { ci, compose, dockerfile } = facts;
  const composed = compose && !/\benv_file\b/.test(theirs.read(compose.value) ?? '');
  const built = dockerfile && runs.test(theirs.read(dockerfile.value) ?? '');
  return [
    ...(ci?.value ?? [])
      .filter((path) => tests.test(theirs.read(path) ?? ''))
      .flatMap((path) =>
        told(
          path,
          (all) => `set ${all} here for the tests: the code has no value of its own any more`,
        ),
      ),
    ...(composed
      ? told(compose.value, (all) => `hand ${all} to the app here: env_file: .env`)
      : []),
    ...(built
      ? told(dockerfile.value, (all) => `set ${all} for the commands that run while this is built`)
      : []),
  ];
}
