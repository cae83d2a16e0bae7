import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { must } from '../../__tests__/validators/command.ts';
import { cpuOf, memoryOf } from './cpu.ts';
import { interleaved, median, ratio, type Series } from './interleave.ts';
import { ms, table, times } from './table.ts';
import { yeomanShare, yeomanSubjects } from './yeoman.ts';

const root = join(import.meta.dirname, '../..');
const bin = join(root, 'dist/bin/imagine.js');
const options = ['--defaults', '--offline', '--skip-install', '--skip-git', '--name', 'shop'];
const rounds = 15;

/** Measures the built tool: CPU against Node itself, and against only writing the same files. */
export async function measureTool(scratch: string): Promise<string> {
  await must(process.execPath, [join(root, '.ci/build.ts')], { cwd: root });
  const made = join(scratch, 'made');
  await must(process.execPath, [bin, made, ...options]);
  const writer = await makeWriter(scratch, made);
  const [few, many] = [await makeProject(scratch, 50), await makeProject(scratch, 50_000)];
  const node = (...words: string[]) => [process.execPath, ...words];
  const fresh = (kind: string, round: number) => join(scratch, kind, String(round));
  const cpu = await interleaved(rounds, {
    'node -e 0': () => cpuOf(node('-e', '0')),
    'imagine --version': () => cpuOf(node(bin, '--version')),
    'imagine --help': () => cpuOf(node(bin, '--help')),
    'imagine, a new app': (round) => cpuOf(node(bin, fresh('app', round), ...options)),
    'imagine, nothing to change': () => cpuOf(node(bin, made, ...options)),
    'imagine, a retrofit of 50 files': () => cpuOf(node(bin, few, ...options, '--dry-run')),
    'imagine, a retrofit of 50 000 files': () => cpuOf(node(bin, many, ...options, '--dry-run')),
    'writing the same files': (round) => cpuOf(node(writer, fresh('copy', round))),
    ...(await yeomanSubjects(scratch, options)),
  });
  const memory = await memories({
    'node -e 0': () => ['-e', '0'],
    'imagine, a new app': (round) => [bin, fresh('memory', round), ...options],
  });
  const lines = Object.entries(cpu).map(([name, value]) => [
    name,
    ms(value),
    times(ratio(value, cpu['node -e 0'])),
    times(ratio(value, cpu['writing the same files'])),
    memory[name] === undefined ? '' : `${median(memory[name]).toFixed(0)} MB`,
  ]);
  const head = ['tool', 'CPU', 'to node -e 0', 'to writing', 'peak memory'];
  return `${table(head, lines)}\n\n${yeomanShare(cpu)}`;
}

function memories(
  commands: Readonly<Record<string, (round: number) => readonly string[]>>,
): Promise<Readonly<Record<string, Series | undefined>>> {
  const measured = Object.entries(commands).map(([name, words]) => [
    name,
    (round: number) => memoryOf(words(round)),
  ]);
  return interleaved(3, Object.fromEntries(measured));
}

/** An Express project with as many files. */
async function makeProject(scratch: string, files: number): Promise<string> {
  const folder = join(scratch, `of-${files}`);
  await cp(join(root, '__tests__/fixtures/express-plain'), folder, { recursive: true });
  for (let at = 0; at < files; at++) {
    const inner = join(folder, 'src', String(Math.floor(at / 100)));
    if (at % 100 === 0) await mkdir(inner);
    await writeFile(join(inner, `${at}.js`), `module.exports = ${at};\n`);
  }
  return folder;
}

/** A program that writes what the tool made, and does nothing else. */
async function makeWriter(scratch: string, made: string): Promise<string> {
  const entries = await readdir(made, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name));
  const texts = paths.map(async (path) => [
    path.slice(made.length + 1),
    await readFile(path, 'utf8'),
  ]);
  const outdir = join(scratch, 'writer');
  await mkdir(outdir);
  await writeFile(join(outdir, 'texts.json'), JSON.stringify(await Promise.all(texts)));
  const entry = join(import.meta.dirname, 'baselines/write-files.ts');
  await build({ entryPoints: [entry], outdir, format: 'esm', platform: 'node', minify: true });
  await writeFile(join(outdir, 'package.json'), '{"type":"module"}');
  return join(outdir, 'write-files.js');
}
