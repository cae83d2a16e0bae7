import type { Fact } from '../../../types.ts';
import { commandIn, type Gathered } from '../gathered.ts';
import { readIni } from '../manifests/ini.ts';
import { type Manifests, placeOf, requirementOf } from '../manifests/read.ts';
import { tableAt, textsAt } from '../manifests/toml.ts';
import { isTest } from '../sources.ts';
import { recipeIn } from '../start/scripts.ts';
import { below, folderOf, nameOf } from '../text.ts';
import { targetOf, taskOf } from './tasks.ts';

/** The command that runs the tests: the project's task, its runner, Django's, or a make target. */
export function testOf(gathered: Gathered): Fact<string> | undefined {
  const { files, manifests, run, django } = gathered;
  const { base } = manifests;
  const task = taskOf(gathered, ['test', 'tests']);
  if (task) return task;
  const tests = files
    .list()
    .filter((path) => isTest(path) && /(?:^|\/)(?:test_[^/]*|[^/]*_tests?|tests)\.py$/.test(path));
  const [first] = tests;
  const pytest = requirementOf(
    manifests,
    'pytest',
    'pytest-django',
    'pytest-cov',
    'pytest-asyncio',
  );
  if (pytest && first) {
    const command = run === '' && !findsItself(gathered, tests) ? 'python -m pytest' : 'pytest';
    const { folder, environment } = targetFor(gathered);
    const value = commandIn(
      folder === '' ? base : below(base, folder),
      `${environment}${run}${command}`,
    );
    return { value, evidence: [placeOf(pytest)] };
  }
  const runner = runnerOf(gathered);
  if (runner && requirementOf(manifests, 'tox', 'nox')) return runner;
  if (django.manage !== undefined && first) {
    const value = commandIn(folderOf(django.manage), `${run}python manage.py test`);
    return { value, evidence: [`${django.manage}:1`, `${first}:1`] };
  }
  const recipe = recipeIn(files, base, 'test')?.text ?? '';
  const isIdle = first === undefined && /pytest|unittest|manage\.py test/.test(recipe);
  const target = isIdle ? undefined : targetOf(files, base, ['test', 'tests']);
  return target ?? unittest(gathered, first) ?? runner;
}

/** Where the project's own target for the tests runs pytest, and what it sets in front: `cd app && ENV=test pytest`. */
function targetFor({ files, manifests: { base } }: Gathered) {
  const recipe = recipeIn(files, base, 'test')?.text ?? '';
  const [, folder = '', environment = ''] =
    /^(?:cd ([\w./-]+) && )?((?:[A-Z_]\w*=[\w./-]+ )*)(?:\S+ run )?(?:python3? -m )?pytest\b/m.exec(
      recipe,
    ) ?? [];
  const isThere = files.list().some((path) => path.startsWith(`${below(base, folder)}/`));
  return { folder: folder !== '' && isThere ? folder : '', environment };
}

/** Python's own runner, where the tests are written for it. */
function unittest({ files, manifests, run }: Gathered, first: string | undefined) {
  if (first === undefined || !files.read(first)?.includes('unittest')) return undefined;
  const command = `${run}python -m unittest${discovery(first, manifests.base)}`;
  return { value: commandIn(manifests.base, command), evidence: [`${first}:1`] };
}

const discovery = (path: string, base: string): string => {
  const folder = folderOf(path).slice(base === '' ? 0 : base.length + 1);
  return folder === '' ? '' : ` discover -s ${folder.split('/')[0]} -t .`;
};

/** Whether pytest finds the project's modules by itself, without `python -m`. */
function findsItself({ files, manifests }: Gathered, tests: readonly string[]): boolean {
  const { base, pyproject, setupPy, setupCfg } = manifests;
  const options = tableAt(pyproject?.table, 'tool', 'pytest', 'ini_options');
  const inits = ['pytest.ini', 'setup.cfg', 'tox.ini'].flatMap((name) =>
    readIni(files.read(below(base, name)) ?? ''),
  );
  return (
    setupPy !== undefined ||
    setupCfg?.includes('[metadata]') === true ||
    tableAt(pyproject?.table, 'build-system')['build-backend'] !== undefined ||
    textsAt(options, 'pythonpath').length > 0 ||
    typeof options.pythonpath === 'string' ||
    inits.some(({ key }) => key === 'pythonpath') ||
    requirementOf(manifests, 'pytest-django') !== undefined ||
    files.read(below(base, 'conftest.py')) !== undefined ||
    tests.every((path) => rootedByPackage(path, base, (each) => files.read(each) !== undefined))
  );
}

/** Whether a test's folders are packages up to the root, which pytest then imports from. */
function rootedByPackage(path: string, base: string, there: (path: string) => boolean): boolean {
  const folder = folderOf(path);
  if (folder === base) return true;
  return (
    there(`${folder}/__init__.py`) &&
    (folderOf(folder) === base || rootedByPackage(folder, base, there))
  );
}

/** tox or nox, where it is what the project has. */
function runnerOf({ files, manifests, run }: Gathered): Fact<string> | undefined {
  for (const [name, file] of [
    ['tox', 'tox.ini'],
    ['nox', 'noxfile.py'],
  ] as const) {
    const path = below(manifests.base, file);
    const text = files.read(path);
    const isIts = text !== undefined && (name === 'nox' || text.includes('[testenv'));
    if (isIts)
      return {
        value: commandIn(manifests.base, `${run}${name}`),
        evidence: evidenceOf(manifests, name, path),
      };
  }
  return undefined;
}

const evidenceOf = (manifests: Manifests, name: string, path: string): readonly string[] => {
  const found = requirementOf(manifests, name);
  return [`${path}:1`, ...(found && nameOf(found.file) !== path ? [placeOf(found)] : [])];
};
