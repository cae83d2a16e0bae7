import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Repository } from './repository.ts';

/** Where a project lies in its repository. */
export interface Checkout {
  /** The way up to the repository's root, relative to the project: '' there, else `../../`. */
  readonly up: string;
  /** The project's folder as seen from there: '' at the root, else `apps/api`. */
  readonly folder: string;
  /** The default branch, whatever branch is checked out now. */
  readonly branch: string;
  /** What checks the whole repository, where the project is not its root: files of providers. */
  readonly ci: readonly string[];
}

/** A folder that is a repository of its own. */
export const aloneOn = (branch: string): Checkout => ({ up: '', folder: '', branch, ci: [] });

/** How a project sees the repository around it; without one, its own folder counts as that. */
export function checkoutOf({ root, path: folder }: Repository): Checkout {
  const branch = defaultBranch(root);
  if (folder === '') return aloneOn(branch);
  const up = '../'.repeat(folder.split('/').length);
  return { up, folder, branch, ci: ciIn(root).map((path) => up + path) };
}

const providers = [
  ...['.gitlab-ci.yml', '.circleci/config.yml', 'Jenkinsfile', '.travis.yml'],
  ...['azure-pipelines.yml', 'bitbucket-pipelines.yml'],
];

function ciIn(top: string): readonly string[] {
  const folder = join(top, '.github/workflows');
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const workflows = names.filter((name) => /\.ya?ml$/.test(name));
  return [
    ...workflows.map((name) => `.github/workflows/${name}`),
    ...providers.filter((path) => existsSync(join(top, path))),
  ];
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
