const flat =
  /^(?:requirements(?:[-_.][\w-]+)?|(?:dev|development|test|tests|ci)[-_]requirements)\.txt$/;
const wanted = /^requirements\/(?:base|common|dev|development|local|test|tests|ci|main)\.txt$/;
const ofChecks = /^requirements\/(?:dev|development|local|test|tests|ci)\.txt$/;

/** The requirements files that checks need: what runs, and what only development needs. */
export function listsForChecks(files: readonly string[]): readonly string[] {
  const all = files.filter((path) => flat.test(path)).sort((a, b) => a.length - b.length);
  if (all.length === 0) return files.filter((path) => wanted.test(path));
  return all.length > 1 ? all : [...all, ...files.filter((path) => ofChecks.test(path))];
}

/** The requirements file of production; none where the project itself is installed. */
export function productionLists(files: readonly string[]): readonly string[] {
  const folder = ['production', 'prod', 'base', 'common', 'main'];
  const names = ['requirements.txt', ...folder.map((name) => `requirements/${name}.txt`)];
  return names.filter((name) => files.includes(name)).slice(0, 1);
}
