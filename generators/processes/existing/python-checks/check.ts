import type { Added } from '../../../../lib/retrofit/add-on.ts';
import { moduleName, type PythonCode } from '../../../../lib/retrofit/python.ts';
import type { Project } from '../../../../lib/types.ts';
import type { Asking } from '../unasked.ts';

/** How a client that the code has is asked for `/readyz`; undefined where there is none, or it is not sure which. */
export type Check = (project: Project, health: Added) => Asking | undefined;

/** The databases that SQL stands for, as rows name them. */
export const sql: readonly string[] = ['postgresql', 'mysql', 'sqlite'];

/** Where the templates of the modules are that ask. */
export const folder = 'processes/templates/existing/python';

const aside =
  /(?:^|\/)(?:tests?|migrations|alembic|scripts|examples)\/|(?:^|\/)(?:test_\w+|conftest)\.py$/;

/** The statement that takes in, as a variable, the one object that some module makes as it loads, by what stands behind `=`. */
export function soleOf(
  { theirs }: Project,
  code: PythonCode,
  made: string,
  variable: string,
): string | undefined {
  const assigned = new RegExp(`^(\\w+)\\s*(?::\\s*[\\w.]+\\s*)?=\\s*(?:${made})\\(`, 'gm');
  const [only, ...others] = theirs
    .list()
    .filter((path) => path.endsWith('.py') && !aside.test(path))
    .flatMap((path) =>
      [...(theirs.read(path) ?? '').matchAll(assigned)].map(([, own = '']) => ({ path, own })),
    );
  const source = only && moduleName(code, only.path);
  if (!only || !source || others.length > 0) return undefined;
  return `${variable} = import_module("${source}").${only.own}`;
}
