import type { Fact, Files } from '../../types.ts';
import { lineOf } from '../lines.ts';
import type { Repository } from '../repository.ts';
import { nearest } from '../upward.ts';
import type { Manifests } from './manifests/read.ts';
import { exporterOf } from './manifests/requirements.ts';
import { at, textAt } from './manifests/toml.ts';
import { below, lineMatching, linesOf } from './text.ts';

/** How a package manager is known by its files, and how it runs a command in the environment. */
export interface ManagerRow {
  readonly name: string;
  readonly lock?: string;
  /** A table of pyproject.toml that only it reads. */
  readonly table?: string;
  /** Its commands, where scripts, images or workflows use them. */
  readonly uses?: RegExp;
  /** What stands before a command that runs in the project's environment. */
  readonly run: string;
}

const rows: readonly ManagerRow[] = [
  { name: 'uv', lock: 'uv.lock', table: 'uv', uses: /\buv (?:sync|run|lock)\b/, run: 'uv run ' },
  {
    name: 'poetry',
    lock: 'poetry.lock',
    table: 'poetry',
    uses: /\bpoetry (?:install|run|lock)\b/,
    run: 'poetry run ',
  },
  {
    name: 'pdm',
    lock: 'pdm.lock',
    table: 'pdm',
    uses: /\bpdm (?:install|sync|run)\b/,
    run: 'pdm run ',
  },
  {
    name: 'pipenv',
    lock: 'Pipfile.lock',
    uses: /\bpipenv (?:install|sync|run)\b/,
    run: 'pipenv run ',
  },
  { name: 'pip', run: '' },
];

/** What a manager puts before a command. */
export const runPrefix = (manager: string | undefined): string =>
  rows.find(({ name }) => name === manager)?.run ?? '';

/** The manager of a project: by its lock file, its table, an exported list's header, its use. */
export function managerOf(
  files: Files,
  around: Repository,
  manifests: Manifests,
): Fact<string> | undefined {
  return (
    byLock(files, around, manifests.base) ??
    byTable(manifests) ??
    byHeader(files, manifests) ??
    byUse(files, manifests) ??
    plainPip(manifests)
  );
}

function byLock(files: Files, around: Repository, base: string): Fact<string> | undefined {
  const found = rows.flatMap(({ name, lock }) => {
    const own = lock === undefined ? undefined : below(base, lock);
    if (lock === undefined || own === undefined) return [];
    const path = files.read(own) === undefined ? nearest(files, around, lock)?.path : own;
    return path === undefined ? [] : [{ name, path }];
  });
  const [first] = [...found].sort((a, b) => stepsUp(a.path) - stepsUp(b.path));
  if (!first) return undefined;
  const level = found.filter(({ path }) => stepsUp(path) === stepsUp(first.path));
  return { value: first.name, evidence: level.map(({ path }) => `${path}:1`) };
}

const stepsUp = (path: string): number => path.split('../').length;

function byTable({ pyproject, pipfile }: Manifests): Fact<string> | undefined {
  if (pipfile) return { value: 'pipenv', evidence: [`${pipfile.path}:1`] };
  const row = rows.find(
    ({ table }) => table !== undefined && at(pyproject?.table, 'tool', table) !== undefined,
  );
  if (row && pyproject) {
    const line = lineMatching(pyproject.text, new RegExp(`^\\s*\\[+tool\\.${row.table}\\b`));
    return { value: row.name, evidence: [`${pyproject.path}:${line}`] };
  }
  const backend = textAt(pyproject?.table, 'build-system', 'build-backend') ?? '';
  const named = /^(poetry|pdm|uv)[._]/.exec(backend)?.[1];
  return named && pyproject
    ? { value: named, evidence: [`${pyproject.path}:${lineOf(pyproject.text, backend)}`] }
    : undefined;
}

const exporters: Readonly<Record<string, string>> = {
  'uv export': 'uv',
  uv: 'pip',
  'pip-compile': 'pip',
  pipenv: 'pip',
};

function byHeader(files: Files, { requirementsFiles }: Manifests): Fact<string> | undefined {
  for (const path of requirementsFiles) {
    const exporter = exporterOf(files.read(path) ?? '');
    const value = exporter && exporters[exporter];
    if (value) return { value, evidence: [`${path}:1`] };
  }
  return undefined;
}

const scripts =
  /(?:^|\/)(?:Makefile|justfile|tox\.ini|[\w.-]*Dockerfile[\w.-]*|\.github\/workflows\/[^/]+\.ya?ml|\.gitlab-ci\.yml)$/;

function byUse(files: Files, { pyproject }: Manifests): Fact<string> | undefined {
  if (!pyproject) return undefined;
  for (const path of files.list().filter((each) => scripts.test(each))) {
    const lines = linesOf(files.read(path) ?? '');
    for (const { name, uses } of rows) {
      const line = uses ? lines.findIndex((each) => uses.test(each)) : -1;
      if (line >= 0) return { value: name, evidence: [`${path}:${line + 1}`] };
    }
  }
  return undefined;
}

function plainPip({ requirementsFiles, paths }: Manifests): Fact<string> | undefined {
  const path = requirementsFiles[0] ?? paths[0];
  return path === undefined ? undefined : { value: 'pip', evidence: [`${path}:1`] };
}
