import { posix } from 'node:path';
import { metIn } from '../errors.ts';
import type { Files } from '../types.ts';
import { serves } from './language.ts';
import { isSource } from './node/code/code.ts';
import { readManifest } from './node/manifest.ts';
import { below } from './repository.ts';

const manifest = /(?:^|\/)(?:package\.json|pyproject\.toml|requirements\.txt|Pipfile|manage\.py)$/;
const notApps = /(?:^|\/)(?:examples?|samples?|templates?|fixtures|tests?|docs|e2e)(?:\/|$)/;
const deepest = 3;

/**
 * The folders of a monorepo that hold a service: of its workspaces, or, where the root is no
 * project of its own, of any folder with a manifest. Empty where the root itself is the service.
 */
export async function appsIn(files: Files): Promise<readonly string[]> {
  if (serves(files)) return [];
  const globs = await workspacesOf(files);
  if (globs === undefined && isProject(files)) return [];
  const member = globs && (await patterns(globs.map(rooted)));
  const all = foldersIn(files)
    .filter((folder) => !notApps.test(folder))
    .filter((folder) => (member?.ignores(`${folder}/`) ?? true) || isOfPython(files, folder));
  const named = all.filter((folder) => serves(below(files, folder), folder));
  const plain = globs !== undefined && named.length === 0;
  const found = plain ? all.filter((folder) => listens(below(files, folder))) : named;
  return found.filter((folder) => !found.some((other) => folder.startsWith(`${other}/`)));
}

/** The folders of the packages of a workspace of Node's; undefined where there is none. */
export async function membersIn(files: Files): Promise<readonly string[] | undefined> {
  const globs = await workspacesOf(files);
  const member = globs && (await patterns(globs.map(rooted)));
  return member && foldersIn(files).filter((folder) => member.ignores(`${folder}/`));
}

/** The folders below the root with a manifest of their own. */
function foldersIn(files: Files): readonly string[] {
  const found = files
    .list()
    .filter((path) => manifest.test(path) && path.split('/').length <= deepest + 1)
    .map((path) => posix.dirname(path))
    .filter((folder) => folder !== '.');
  return [...new Set(found)];
}

/** A package that is started and listens, though no framework tells it. */
function listens(files: Files): boolean {
  const text = files.read('package.json');
  const { scripts = {} } = text === undefined ? {} : readManifest(text);
  return (
    scripts.start !== undefined &&
    files
      .list()
      .filter(isSource)
      .some((path) => /\bcreateServer\(|\bBun\.serve\(/.test(files.read(path) ?? ''))
  );
}

/** A workspace of Node's says nothing of what is written in Python. */
const isOfPython = (files: Files, folder: string): boolean =>
  ['pyproject.toml', 'requirements.txt', 'Pipfile', 'manage.py'].some(
    (name) => files.read(`${folder}/${name}`) !== undefined,
  );

/** A root that is a project itself, though no service: a library, a command, a front end. */
function isProject(files: Files): boolean {
  const text = files.read('package.json');
  if (text === undefined) return false;
  const { bin, exports, main } = readManifest(text);
  const published = bin !== undefined || exports !== undefined;
  const code = files.list().some((path) => /^(?:src\/)?[^/.]+\.[cm]?[jt]sx?$/.test(path));
  return published || code || (main !== undefined && files.read(main) !== undefined);
}

const patterns = async (globs: readonly string[]) =>
  (await import('ignore')).default().add([...globs]);

/** A workspace's pattern counts from the root. */
const rooted = (glob: string): string =>
  glob.replace(/^(!?)(?:\.?\/)?(.*?)\/?$/, (_, not: string, path: string) => `${not}/${path}/`);

/** The patterns of workspaces, `!` ones among them; undefined where there are none. */
async function workspacesOf(files: Files): Promise<readonly string[] | undefined> {
  const pnpm = files.read('pnpm-workspace.yaml');
  if (pnpm !== undefined) {
    const yaml = await import('../documents/yaml.ts');
    try {
      const packages = yaml.get(pnpm, ['packages']);
      if (Array.isArray(packages)) return packages.map(String);
    } catch (error) {
      throw metIn('pnpm-workspace.yaml', error);
    }
  }
  const text = files.read('package.json');
  return text === undefined ? undefined : readManifest(text).workspaces;
}
