import { type Fact, fact } from '../../facts.ts';
import type { Files } from '../../types.ts';

const names = [
  /^(?:[^./][^/]*\/)?(?:docker-)?compose\.ya?ml$/,
  /^(?:docker-)?compose[.-](?:local|dev|development)\.ya?ml$/,
  /^(?:local|dev|development)\.ya?ml$/,
  /^(?:docker-)?compose[\w.-]*\.ya?ml$/,
  /^(?:prod|production)\.ya?ml$/,
];

/** Every compose file near the root: by its usual name first, then those for development. */
export const composeFiles = (files: Files): readonly string[] =>
  names.flatMap((_, index) =>
    files
      .list()
      .filter((path) => names.findIndex((each) => each.test(path)) === index)
      .filter((path) => /^services:/m.test(files.read(path) ?? ''))
      .sort((a, b) => a.split('/').length - b.split('/').length),
  );

/** The compose file that developers use. */
export function composeOf(files: Files): Fact<string> | undefined {
  const [path] = composeFiles(files);
  return path === undefined ? undefined : fact(path, `${path}:1`);
}
