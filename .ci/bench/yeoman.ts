import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cpuOf } from './cpu.ts';
import type { Measure, Series } from './interleave.ts';
import { median } from './interleave.ts';

const root = join(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);
const yo = join(require.resolve('yo/package.json'), '../lib/cli.js');
/** `yo` gives up the rights of root, for an account that may not see the project. */
const somebody =
  process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
const empty = `import Generator from ${JSON.stringify(
  pathToFileURL(require.resolve('yeoman-generator')).href,
)};
export default class extends Generator { writing() {} }
`;

const names = {
  version: 'yo --version',
  empty: 'yo, a generator that does nothing',
  app: 'yo imagine, a new app',
} as const;

/** What is measured under `yo`: nothing, a generator that does nothing, and ours. */
export async function yeomanSubjects(
  scratch: string,
  options: readonly string[],
): Promise<Readonly<Record<string, Measure>>> {
  const modules = await install(scratch);
  const env = { ...process.env, NODE_PATH: modules, HOME: await open(scratch, 'home') };
  const run = (cwd: string, ...words: string[]) =>
    cpuOf([...somebody, process.execPath, yo, ...words], { cwd, env });
  return {
    [names.version]: () => run(scratch, '--version'),
    [names.empty]: async (round) => run(await open(scratch, `yo-empty-${round}`), 'empty'),
    [names.app]: async (round) =>
      run(await open(scratch, `yo-app-${round}`), 'imagine', ...options),
  };
}

/** What of a run under `yo` is ours, and what every generator costs there. */
export function yeomanShare(cpu: Readonly<Record<string, Series>>): string {
  const of = (name: keyof typeof names) => median(cpu[names[name]] ?? []);
  const [all, own] = [of('app') - of('version'), of('app') - of('empty')];
  const said = [all, all - own, own].map((value) => `${value.toFixed(0)} ms`);
  return `Under yo, a new app takes ${said[0]} more than yo --version: ${said[1]} as every generator does, ${said[2]} of ours.`;
}

/** A folder of packages where `yo` finds the tool, and a generator that does nothing. */
async function install(scratch: string): Promise<string> {
  await chmod(scratch, 0o755);
  const modules = join(scratch, 'modules');
  const generator = join(modules, 'generator-empty');
  await mkdir(join(generator, 'generators/app'), { recursive: true });
  await writeFile(join(generator, 'package.json'), '{"name":"generator-empty","type":"module"}');
  await writeFile(join(generator, 'generators/app/index.js'), empty);
  await symlink(root, join(modules, 'generator-imagine'));
  return modules;
}

/** A folder where everybody may write. */
async function open(scratch: string, name: string): Promise<string> {
  const path = join(scratch, name);
  await mkdir(path);
  await chmod(path, 0o777);
  return path;
}
