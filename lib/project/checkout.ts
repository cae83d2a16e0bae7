import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gitRoot } from '../git.ts';

/** Where a project lies in its repository. */
export interface Repository {
  /** The way up to the repository's root, relative to the project: '' there, else `../../`. */
  readonly up: string;
  /** The project's folder as seen from there: '' at the root, else `apps/api`. */
  readonly folder: string;
  /** The default branch, whatever branch is checked out now. */
  readonly branch: string;
}

/** Finds the repository around a folder; without one, the folder counts as its root. */
export function repositoryOf(root: string): Repository {
  const top = gitRoot(root);
  if (top === undefined) return { up: '', folder: '', branch: 'main' };
  const folder = relative(top, root).split(sep).join('/');
  const up = folder === '' ? '' : '../'.repeat(folder.split('/').length);
  return { up, folder, branch: defaultBranch(top) };
}

/** What the remote calls its default; else `main` or `master`; else the one that was born first. */
function defaultBranch(top: string): string {
  const git = gitFolder(top);
  const remote = branchIn(join(git, 'refs/remotes/origin/HEAD'), 'refs/remotes/origin/');
  const packed = textOf(join(git, 'packed-refs'));
  const has = (name: string): boolean =>
    existsSync(join(git, 'refs/heads', name)) || packed.includes(` refs/heads/${name}\n`);
  const usual = ['main', 'master'].find(has);
  return remote ?? usual ?? branchIn(join(git, 'HEAD'), 'refs/heads/') ?? 'main';
}

/** The folder that holds the references; a work tree of its own points to it. */
function gitFolder(top: string): string {
  const git = join(top, '.git');
  const pointed = /^gitdir: (.+)$/m.exec(textOf(git))?.[1];
  if (pointed === undefined) return git;
  const own = pointed.startsWith('/') ? pointed : join(top, pointed);
  const common = textOf(join(own, 'commondir')).trim();
  return common === '' ? own : join(own, common);
}

function branchIn(path: string, prefix: string): string | undefined {
  const reference = /^ref: (\S+)/.exec(textOf(path))?.[1];
  return reference?.startsWith(prefix) ? reference.slice(prefix.length) : undefined;
}

/** A small file of git's, '' where it is a folder or missing. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
