import type { Fact, Facts } from '../../../types.ts';
import { settingPlace } from '../application/django.ts';
import { commandIn, type Gathered } from '../gathered.ts';
import { readIni } from '../manifests/ini.ts';
import { placeOf, requirementOf } from '../manifests/read.ts';
import { at, tableAt, textAt } from '../manifests/toml.ts';
import { below, folderOf, lineMatching, nameOf } from '../text.ts';
import { taskOf } from './tasks.ts';

/** The command that builds: a task of the project's own, or collecting Django's static files. */
export function buildOf(gathered: Gathered): Fact<string> | undefined {
  const { django, run } = gathered;
  const place = settingPlace(django.settings, 'STATIC_ROOT');
  const collects = django.settings.some(({ texts }) =>
    texts.some(({ text }) => text === 'django.contrib.staticfiles'),
  );
  if (django.manage === undefined || place === undefined || !collects) {
    return taskOf(gathered, ['build']);
  }
  const folder = folderOf(django.manage);
  return {
    value: commandIn(folder, `${run}python manage.py collectstatic --noinput`),
    evidence: [place],
  };
}

/** The command that migrates the database: Django's, alembic's, Flask-Migrate's, aerich's. */
export function migrateOf(gathered: Gathered): Fact<string> | undefined {
  const { files, manifests, django, run, chosen } = gathered;
  if (django.manage !== undefined && chosen?.framework.program !== undefined) {
    const command = `${run}python manage.py migrate --noinput`;
    return { value: commandIn(folderOf(django.manage), command), evidence: [`${django.manage}:1`] };
  }
  const flask = requirementOf(manifests, 'flask-migrate');
  if (flask) return { value: `${run}flask db upgrade`, evidence: [placeOf(flask)] };
  const alembic = files
    .list()
    .find((path) => nameOf(path) === 'alembic.ini' && isNear(folderOf(path), manifests.base));
  if (alembic !== undefined) {
    return {
      value: commandIn(folderOf(alembic), `${run}alembic upgrade head`),
      evidence: [`${alembic}:1`],
    };
  }
  const aerich = requirementOf(manifests, 'aerich');
  return aerich && { value: `${run}aerich upgrade`, evidence: [placeOf(aerich)] };
}

/** The project's own folder, or one right below it. */
const isNear = (folder: string, base: string): boolean =>
  folder === base || folderOf(folder) === base;

/** The threshold of coverage that the project keeps, in percent. */
export function coverageOf({ files, manifests }: Gathered): Facts['coverage'] {
  const { pyproject, base } = manifests;
  const own = at(pyproject?.table, 'tool', 'coverage', 'report', 'fail_under');
  if (typeof own === 'number' && pyproject) {
    return {
      value: own,
      evidence: [`${pyproject.path}:${lineMatching(pyproject.text, /^fail_under/)}`],
    };
  }
  const options = tableAt(pyproject?.table, 'tool', 'pytest', 'ini_options');
  const flag = /--cov-fail-under[= ](\d+)/;
  const byOption = flag.exec(textAt(options, 'addopts') ?? String(options.addopts ?? ''))?.[1];
  if (byOption !== undefined && pyproject) {
    return {
      value: Number(byOption),
      evidence: [`${pyproject.path}:${lineMatching(pyproject.text, flag)}`],
    };
  }
  for (const name of ['.coveragerc', 'setup.cfg', 'tox.ini', 'pytest.ini']) {
    for (const { key, values, line } of readIni(files.read(below(base, name)) ?? '')) {
      const value = key === 'fail_under' ? values[0] : flag.exec(values.join(' '))?.[1];
      if (value !== undefined && /^[\d.]+$/.test(value)) {
        return { value: Number(value), evidence: [`${below(base, name)}:${line}`] };
      }
    }
  }
  return undefined;
}
