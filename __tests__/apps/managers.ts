import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stacks } from '../../lib/stacks/catalog.ts';
import { cache } from '../validators/cache.ts';
import { must } from '../validators/command.ts';
import { pythonFolder } from './python.ts';

/** How an app of a manager is made and called. */
export interface Managed {
  readonly stack: string;
  readonly install: readonly string[];
  /** The words that run a command of the app. */
  run(command: string): readonly string[];
}

/** The stack whose apps a manager is of, and its commands, as the tool itself knows them. */
export function managed(name: string): Managed {
  for (const { name: stack, language, managers } of stacks) {
    const manager = managers.find((each) => each.name === name);
    if (manager)
      return {
        stack,
        install: language.install({ existing: false, manager }).split(' '),
        run: (command) => manager.run(command).split(' '),
      };
  }
  throw new Error(`no manager ${name}`);
}

/** The Node that runs this program, which the apps run on, too. */
const nodeFolder = dirname(process.execPath);

/** Brings a manager, of a version where a project pins one; promises the folders for PATH. */
type Source = (version?: string) => Promise<string>;

/** A manager of Node's from npm, with a program of its own in the cache. */
const fromNpm =
  (manager: string, name: string, ...programs: readonly string[]): Source =>
  async (version) => {
    const pinned = version ? `@${version}` : '';
    const folder = join(cache, 'managers', `${manager}${pinned}`);
    await mkdir(join(folder, 'bin'), { recursive: true });
    await must('npm', [
      'install',
      '--prefix',
      folder,
      '--no-audit',
      '--no-fund',
      `${name}${pinned}`,
    ]);
    const shim = join(folder, 'bin', manager);
    // Its versions call it differently.
    const target = programs
      .map((program) => join(folder, 'node_modules', name, program))
      .find(existsSync);
    if (target === undefined) throw new Error(`${name}${pinned} has none of ${programs}`);
    await writeFile(shim, `#!/bin/sh\nexec node "${target}" "$@"\n`);
    await chmod(shim, 0o755);
    return join(folder, 'bin');
  };

/** A manager of Python's in an environment of its own in the cache, beside the apps' Python. */
const fromIndex =
  (manager: string, name: string): Source =>
  async () => {
    const python = await pythonFolder();
    const folder = join(cache, 'managers', manager);
    await must(join(python, 'python3.13'), ['-m', 'venv', folder]);
    await must(join(folder, 'bin/pip'), ['install', '--quiet', '--upgrade', name]);
    const own = join(cache, 'managers', 'bin', manager);
    await mkdir(own, { recursive: true });
    await must('ln', ['-sf', join(folder, 'bin', manager), own]);
    return `${own}:${python}`;
  };

/** How each manager that a machine need not have comes to it. */
const sources: Readonly<Record<string, Source>> = {
  yarn: fromNpm('yarn', '@yarnpkg/cli-dist', 'bin/yarn.js'),
  pnpm: fromNpm('pnpm', 'pnpm', 'bin/pnpm.mjs', 'bin/pnpm.cjs'),
  uv: fromIndex('uv', 'uv'),
  poetry: fromIndex('poetry', 'poetry'),
  pipenv: fromIndex('pipenv', 'pipenv'),
  pdm: fromIndex('pdm', 'pdm[locked]'),
  pip: () => pythonFolder(),
};

/** What is on a PATH besides a manager's newest version: one of its own, a Python of a minor. */
interface Wanted {
  readonly version?: string | undefined;
  readonly python?: string | undefined;
}

const brought = new Map<string, Promise<string> | undefined>();

/** A PATH on which a manager is found: from the cache, installed there once; and a Python, if named. */
export async function pathWith(manager: string, { version, python }: Wanted = {}): Promise<string> {
  const runtime = python === undefined ? [] : [await pythonFolder(python)];
  const name = `${manager} ${version ?? ''}`;
  if (!brought.has(name)) brought.set(name, sources[manager]?.(version));
  const folders = await brought.get(name);
  return [...runtime, ...(folders ? [folders] : []), nodeFolder, process.env.PATH].join(':');
}
