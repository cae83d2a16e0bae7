import { managerOf } from '../../../lib/existing/installing.ts';
import { servingOf } from '../../../lib/existing/serving.ts';
import { requirementFiles } from '../../../lib/languages/python/requirements.ts';
import type { Project } from '../../../lib/types.ts';

/** The least versions that take the words which the tool writes. */
const sources: Readonly<Record<string, string>> = {
  gunicorn: 'gunicorn>=20',
  uvicorn: 'uvicorn>=0.20',
  granian: 'granian>=1',
};

/** The install of a server that the project lacks, where what pip installs can't be told of it. */
export function serverInstall(project: Project, lists: readonly string[]): string | undefined {
  const { server } = servingOf(project) ?? {};
  const isPip = managerOf(project)?.name === 'pip';
  if (server === undefined || !isPip || isDeclarable(project, lists)) return undefined;
  return `pip install "${sources[server.name] ?? server.name}"`;
}

/** Whether a server is declared in the very file that pip installs from. */
function isDeclarable({ theirs }: Project, [list]: readonly string[]): boolean {
  const pyproject = theirs.read('pyproject.toml') ?? '';
  const isProject = /^\[project\]/m.test(pyproject);
  if (list === undefined) return isProject && !/^dynamic\b.*["']dependencies["']/m.test(pyproject);
  const isElsewhere = isProject || /^\[tool\.poetry\b/m.test(pyproject);
  return !isElsewhere && requirementFiles(theirs)?.main.path === list;
}
