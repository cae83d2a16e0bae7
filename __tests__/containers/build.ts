import { lastLines } from '../validators/command.ts';
import { type Row, row } from '../validators/rows.ts';
import type { Engine } from './engine.ts';
import type { Target } from './targets.ts';

/** Lints and builds a target, as `docker build` does it for a user. */
export async function buildTarget(
  { docker }: Engine,
  folder: string,
  { name, tag }: Target,
): Promise<Row[]> {
  const lint = await docker('buildx', 'build', '--check', '--target', name, folder);
  const start = performance.now();
  const build = await docker(
    ...['buildx', 'build', '--progress', 'plain', '--load'],
    ...['--target', name, '--tag', tag, folder],
  );
  const seconds = Math.round((performance.now() - start) / 1000);
  const said = build.code === 0 ? `${seconds} s` : lastLines(build.stderr, 15);
  const found = lint.code === 0 ? 'no warning' : lastLines(lint.stdout, 12);
  return [
    row(`${name}: docker build --check`, lint.code === 0, found),
    row(`${name}: builds`, build.code === 0, said),
  ];
}
