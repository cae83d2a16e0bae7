import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { must, run } from '../validators/command.ts';
import { noneOf, type Row, row } from '../validators/rows.ts';
import type { Engine } from './engine.ts';
import type { Target } from './targets.ts';

/** What no layer may hold, by path. */
const unwanted: readonly (readonly [string, RegExp])[] = [
  ['no .env', /(^|\/)\.env(\.(?!example)[^/]*)?$/],
  ['no .git', /(^|\/)\.git(\/|$)/],
  [
    'no test file',
    /^(?!.*(node_modules|site-packages)\/).*((^|\/)(__tests__|tests?|spec)\/|\.(test|spec)\.\w+$)/,
  ],
  ['no database file', /\.(db|sqlite3?)(-wal|-shm)?$/],
  ['no package manager cache', /(^|\/)(root|home\/[^/]+)\/\.(npm|cache|yarn)\/./],
];

/** The distributions of Python that only development needs; others may come with the app's own. */
const pythonTools = /^(pytest.*|mypy|ruff|bandit|coverage|\w+_stubs|types_\w+)$/;

/** The packages that only development needs: by the lock file, else the direct ones. */
async function developmentPackages(folder: string): Promise<Set<string>> {
  const read = async (name: string) => readFile(join(folder, name), 'utf8').catch(() => '{}');
  const lock: unknown = JSON.parse(await read('package-lock.json'));
  const { packages } = lock as { packages?: Record<string, { dev?: boolean }> };
  if (packages) return new Set(Object.keys(packages).filter((path) => packages[path]?.dev));
  const manifest: unknown = JSON.parse(await read('package.json'));
  const { devDependencies = {} } = manifest as { devDependencies?: Record<string, string> };
  return new Set(Object.keys(devDependencies).map((name) => `node_modules/${name}`));
}

/** The paths in the layers laid upon the base, layer by layer: also what a later one hides. */
async function pathsIn(archive: string, below: number): Promise<string[]> {
  const manifest = await must('tar', ['-xOf', archive, 'manifest.json']);
  const [{ Layers: layers = [] } = {}] = JSON.parse(manifest) as { Layers: string[] }[];
  const lists = await Promise.all(
    layers.slice(below).map((layer) => {
      const list = 'tar -xOf "$1" "$2" | tar -tf -';
      return must('bash', ['-o', 'pipefail', '-c', list, 'list', archive, layer]);
    }),
  );
  return lists.flatMap((list) => list.split('\n')).filter((path) => path !== '');
}

/** Walks every layer of the app; `secrets` must be in no byte of the image. */
export async function walkLayers(
  { ask }: Engine,
  { name, tag }: Target,
  source: { folder: string; scratch: string; below: number; secrets: readonly string[] },
): Promise<Row[]> {
  const archive = join(source.scratch, `${name}.tar`);
  await ask('save', '--output', archive, tag);
  const paths = await pathsIn(archive, source.below);
  const development = await developmentPackages(source.folder);
  const packages = paths.flatMap((path) => /node_modules\/.*(?=\/package\.json$)/.exec(path) ?? []);
  const installed = paths.flatMap(
    (path) => /site-packages\/([\w.]+)-[^/]+\.dist-info\/$/.exec(path)?.[1]?.toLowerCase() ?? [],
  );
  const patterns = join(source.scratch, 'secrets');
  await writeFile(patterns, `${source.secrets.join('\n')}\n`);
  const leak = await run('grep', ['--text', '--quiet', '--fixed-strings', '-f', patterns, archive]);
  return [
    row(`${name}: layers walked`, paths.length > 0, `${paths.length} paths`),
    noneOf(`${name}: no development dependency`, [
      ...packages.filter((path) => development.has(path)),
      ...installed.filter((name) => pythonTools.test(name)),
    ]),
    ...unwanted.map(([what, pattern]) =>
      noneOf(
        `${name}: ${what}`,
        paths.filter((path) => pattern.test(path)),
      ),
    ),
    row(`${name}: no secret in any byte`, leak.code === 1, `grep: ${leak.code}`),
  ];
}
