import { lines } from '../lines.ts';
import type { Line, Project } from '../types.ts';
import type { Code } from './code.ts';
import { type Module, moduleOf, takeIn } from './module.ts';
import { type PythonCode, type PythonModule, pythonModule } from './python.ts';

/** The new file of a Node project that answers health addresses, and asks what requests need. */
export const healthModule = (project: Project, code: Code): Module =>
  moduleOf(project, code, 'processes/templates/existing/node/health', healthNames);

/** The names that it may have. */
const healthNames: readonly string[] = ['health', 'server-health'];

/** What a new file gives is asked at each look at `/readyz`: a function that rejects while all is not well. */
export function askedAtReady(
  project: Project,
  code: Code,
  module: Module,
  check: string,
): readonly Line[] {
  const { path } = healthModule(project, code).file;
  return [
    ...lines(`${path}#imports`, [takeIn(code, module.source(path), check)]),
    ...lines(`${path}#checks`, [check]),
  ];
}

/** The new file of a Python project that tells whether what requests need answers. */
export const readinessModule = (project: Project, code: PythonCode): PythonModule =>
  pythonModule(project, code, 'processes/templates/existing/python/readiness.py', [
    'readiness',
    'service_readiness',
  ]);

/** The same in a project of Python's: a function that raises. */
export function askedByPython(
  project: Project,
  code: PythonCode,
  module: PythonModule,
  check: string,
): readonly Line[] {
  const { path } = readinessModule(project, code).file;
  return [
    ...lines(`${path}#modules`, ['', `from ${module.name} import ${check}`]),
    ...lines(`${path}#checks`, [check]),
  ];
}
