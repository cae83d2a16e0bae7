import type { Project } from '../types.ts';
import { extrasIn, namesIn } from './extras.ts';
import { type Installer, type Installing, installerOf } from './installer.ts';
import { nodeInstallers } from './node.ts';
import { pythonInstallers } from './python.ts';

const installers: Readonly<Record<'node' | 'python', readonly Installer[]>> = {
  node: nodeInstallers,
  python: pythonInstallers,
};

/** How a project's own manager installs; undefined where it is one that the tool doesn't know, or nothing is listed. */
export const managerOf = (project: Project): Installer | undefined =>
  project.theirs.read(manifestOf(project)) === undefined
    ? undefined
    : installerOf(installers[project.stack.language.name], project);

/** What an install of a project has to know. */
export function installingOf(project: Project): Installing {
  const { facts, theirs, stack } = project;
  const lock = facts.lock?.value;
  const pyproject = theirs.read('pyproject.toml') ?? '';
  return {
    lock:
      lock !== undefined && !isIgnored(lock, theirs.read('.gitignore') ?? '') ? lock : undefined,
    lists: stack.language.lists(theirs),
    extras: extrasIn(theirs),
    groups: namesIn(pyproject, 'dependency-groups'),
    member: memberOf(project),
  };
}

/** The name of a project in the workspace of uv's that its lock file is about; '' at the root of one. */
function memberOf({ facts, theirs }: Project): string | undefined {
  const up = /^(?:\.\.\/)*/.exec(facts.lock?.value ?? '')?.[0] ?? '';
  const root = theirs.read(`${up}pyproject.toml`) ?? '';
  if (!/^\[tool\.uv\.workspace\]/m.test(root)) return undefined;
  const own = /^\[project\][^[]*?^name\s*=\s*["']([\w.-]+)["']/ms.exec(
    theirs.read('pyproject.toml') ?? '',
  );
  return up === '' ? '' : own?.[1];
}

/** Whether git leaves a lock file out: by its name, or by a pattern for its ending. */
function isIgnored(lock: string, gitignore: string): boolean {
  const name = lock.split('/').at(-1) ?? lock;
  const patterns = gitignore.split('\n').map((line) => line.trim().replace(/^\//, ''));
  return patterns.some((pattern) => pattern === name || pattern === `*${/[.-][^.-]+$/.exec(name)}`);
}

/** Whether every install gives the same versions: by a lock file, or by lists that pin each. */
export function isLocked(project: Project): boolean {
  const { lock, lists } = installingOf(project);
  const lines = lists.flatMap((path) => (project.theirs.read(path) ?? '').split('\n'));
  const required = lines.filter((line) => /^\s*[A-Za-z]/.test(line));
  return lock !== undefined || (required.length > 0 && required.every((line) => /==/.test(line)));
}

const manifests = ['pyproject.toml', 'Pipfile', 'requirements.txt', 'setup.cfg', 'setup.py'];

/** The file that names what a project needs, as far as it has one. */
export const manifestOf = ({ stack, theirs }: Project): string =>
  [stack.language.manifest, ...manifests].find((path) => theirs.read(path) !== undefined) ??
  stack.language.lists(theirs)[0] ??
  stack.language.manifest;
