import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Row, row } from './rows.ts';
import type { Workflow } from './workflow.ts';

const stubs = join(import.meta.dirname, '../../.ci/actstubs');

/** act makes the checkout itself, of the files that are there. */
const builtIn = new Set(['actions/checkout']);

interface Stubs {
  readonly rows: readonly Row[];
  /** act's options that put a folder in the place of a repository, at the ref of the workflow */
  readonly options: readonly string[];
}

/** Finds the stub of every action that a workflow uses, whatever commit it is pinned to. */
export function stubsOf({ name, jobs }: Workflow): Stubs {
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);
  const used = [...new Set(steps.flatMap(({ uses }) => uses ?? []))];
  const rows: Row[] = [];
  const options: string[] = [];
  for (const uses of used) {
    const [path = '', ref = ''] = uses.split('@');
    if (path.startsWith('./') || builtIn.has(path)) continue;
    const repository = path.split('/').slice(0, 2).join('/');
    const found = existsSync(join(stubs, path, 'action.yml'));
    rows.push(row(`${name}: stub of ${path}`, found, found ? ref.slice(0, 12) : 'none'));
    options.push('--local-repository', `${repository}@${ref}=${join(stubs, repository)}`);
  }
  return { rows, options };
}
