import semver from 'semver';
import { run } from '../validators/command.ts';
import { type Row, row } from '../validators/rows.ts';

/** How the newest version of a package is asked for, by stack. */
const asking: Readonly<Record<string, (name: string) => readonly string[]>> = {
  express: (name) => ['npm', 'view', name, 'version'],
  django: (name) => ['python3', '-m', 'pip', 'index', 'versions', name],
};

/** A fresh app's ranges take the registry's newest versions, or the report says why they don't. */
export async function newest(
  stack: string,
  versions: Readonly<Record<string, { range: string; source: string }>>,
  env: NodeJS.ProcessEnv,
): Promise<Row> {
  const free = Object.entries(versions).filter(([, { source }]) => !source.includes('within'));
  const behind: string[] = [];
  const queue = [...free];
  const next = async (): Promise<void> => {
    for (let one = queue.shift(); one; one = queue.shift()) {
      const [name, { range }] = one;
      const [program = '', ...words] = asking[stack]?.(name) ?? [];
      const { stdout } = await run(program, words, { env });
      const version = /\d[\w.+-]*(?=\)|\s*$)/.exec(stdout.split('\n')[0] ?? '')?.[0] ?? '';
      if (!takes(range, version)) behind.push(`${name} ${range}, not ${version}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, next));
  return row(
    'every range takes the newest version',
    free.length > 0 && behind.length === 0,
    behind.join(', ') || `${free.length} packages`,
  );
}

/** A range of npm's or of Python's, whose versions may have more than three parts. */
function takes(range: string, version: string): boolean {
  const three = (text: string) => semver.coerce(text)?.version ?? '';
  return semver.satisfies(
    three(version),
    range.replaceAll(',', ' ').replaceAll(/\d[\d.]*/g, (one) => three(one)),
  );
}
