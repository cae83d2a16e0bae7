import semver from 'semver';
import { run } from '../validators/command.ts';
import { type Row, row } from '../validators/rows.ts';

/** A fresh app's ranges take the registry's newest versions, or the report says why they don't. */
export async function newest(
  versions: Readonly<Record<string, { range: string; source: string }>>,
  env: NodeJS.ProcessEnv,
): Promise<Row> {
  const free = Object.entries(versions).filter(([, { source }]) => !source.includes('within'));
  const behind = await Promise.all(
    free.map(async ([name, { range }]) => {
      const { stdout } = await run('npm', ['view', name, 'version'], { env });
      const version = stdout.trim();
      return semver.satisfies(version, range) ? [] : [`${name} ${range}, not ${version}`];
    }),
  );
  const found = behind.flat();
  return row(
    'every range takes the newest version',
    free.length > 0 && found.length === 0,
    found.join(', ') || `${free.length} packages`,
  );
}
