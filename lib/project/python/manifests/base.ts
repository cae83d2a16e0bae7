import type { Files } from '../../../types.ts';
import { below, folderOf, nameOf } from '../text.ts';
import { readIni } from './ini.ts';
import { requirementsFiles } from './requirements.ts';
import { at, readToml } from './toml.ts';

const manifest =
  /^(?:pyproject\.toml|setup\.py|setup\.cfg|Pipfile|requirements[\w.-]*\.(?:txt|in|pip))$/;
const aside =
  /(?:^|\/)(?:\.[^/]+|docs?|examples?|tests?|scripts?|tools?|vendor|infra\w*|benchmarks?)(?:\/|$)/;
const deepest = 3;

/**
 * The folders that hold a Python project, nearest to the root first: a manifest that names packages,
 * or a folder `requirements`. One at the root stands for all.
 */
export async function basesOf(files: Files): Promise<readonly string[]> {
  const folders = new Set(
    files
      .list()
      .filter((path) => manifest.test(nameOf(path)) || /(?:^|\/)requirements\/[^/]+$/.test(path))
      .map((path) => folderOf(path).replace(/(?:^|\/)requirements$/, ''))
      .filter((folder) => !aside.test(folder) && folder.split('/').length <= deepest),
  );
  const found: string[] = [];
  for (const folder of [...folders].sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))) {
    if (await holdsProject(files, folder)) found.push(folder);
  }
  return found;
}

const depth = (folder: string): number => (folder === '' ? 0 : folder.split('/').length);

async function holdsProject(files: Files, folder: string): Promise<boolean> {
  const there = (name: string): boolean => files.read(below(folder, name)) !== undefined;
  if (there('setup.py') || there('Pipfile') || requirementsFiles(files, folder).length > 0) {
    return true;
  }
  const sections = readIni(files.read(below(folder, 'setup.cfg')) ?? '');
  if (sections.some(({ section }) => section === 'options')) return true;
  const table = (await readToml(files, below(folder, 'pyproject.toml')))?.table;
  const tables = [['project'], ['tool', 'poetry'], ['dependency-groups']];
  return tables.some((path) => at(table, ...path) !== undefined);
}
