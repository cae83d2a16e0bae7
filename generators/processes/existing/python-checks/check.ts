import type { Added } from '../../../../lib/retrofit/add-on.ts';
import { moduleName, type PythonCode } from '../../../../lib/retrofit/python.ts';
import { pythonReached } from '../../../../lib/retrofit/python-reached.ts';
import type { Project } from '../../../../lib/types.ts';
import type { Asking } from '../unasked.ts';

/** How a client that the code has is asked for `/readyz`; undefined where there is none, or it is not sure which. */
export type Check = (project: Project, health: Added) => Asking | undefined;

/** The databases that SQL stands for, as rows name them. */
export const sql: readonly string[] = ['postgresql', 'mysql', 'sqlite'];

/** Where the templates of the modules are that ask. */
export const folder = 'processes/templates/existing/python';

/** What makes an engine, or holds one. */
const engines =
  /(?<!\w|\bdef )(?:create_engine|create_async_engine|(?:async_)?engine_from_config|SQLAlchemy)\(/g;

/** What takes in an object of the code: statements, and the names that they need of `sys`. */
export interface Taken {
  readonly statements: readonly string[];
  readonly imports: readonly string[];
}

/**
 * What takes in, as a variable, the one object that a module makes as it loads, by what stands behind
 * `=`. Only what the application has loaded is sure to be no script that does its work once more;
 * where the code may make several, nothing tells which of them requests need.
 */
export function soleOf(
  project: Project,
  code: PythonCode,
  made: string,
  variable: string,
): Taken | undefined {
  const { loaded, all } = pythonReached(project, code);
  const [, ...others] = [...all.values()].flatMap((text) => [...text.matchAll(engines)]);
  if (others.length > 0) return undefined;
  const assigned = new RegExp(`^(\\w+)\\s*(?::\\s*[\\w.]+\\s*)?=\\s*(?:${made})\\(`, 'm');
  const [only] = [...loaded].flatMap(([path, text]) => {
    const own = assigned.exec(text)?.[1];
    return own === undefined ? [] : [{ path, own }];
  });
  const source = only && moduleName(code, only.path);
  if (!only || !source) return undefined;
  if (only.path === code.entry) return ofEntry(source, only.own, variable);
  return { statements: [`${variable} = import_module("${source}").${only.own}`], imports: [] };
}

/** The application itself may be the file that was started: by its own name it would run once more. */
const ofEntry = (source: string, own: string, variable: string): Taken => ({
  statements: [
    '# A file that was started is __main__: an import would run it again.',
    'main = modules["__main__"]',
    `is_main = "${source}" not in modules and hasattr(main, "${own}")`,
    `${variable} = (main if is_main else import_module("${source}")).${own}`,
  ],
  imports: ['from sys import modules'],
});
