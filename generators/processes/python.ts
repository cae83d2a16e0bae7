import { combine } from '../../lib/declare.ts';
import { lines } from '../../lib/lines.ts';
import { addOn } from '../../lib/retrofit/add-on.ts';
import { type PythonCode, pythonModule } from '../../lib/retrofit/python.ts';
import { askedByPython, readinessModule } from '../../lib/retrofit/readiness.ts';
import type { Declarations, Project } from '../../lib/types.ts';

const folder = 'processes/templates/existing/python';

/** What a framework's own settings tell of the services that are to be asked. */
const askers: Readonly<Record<string, (project: Project, code: PythonCode) => Declarations>> = {
  django: (project, code) => {
    const names = ['database_check', 'check_database'];
    const module = pythonModule(project, code, `${folder}/database_check.py`, names);
    const asked = askedByPython(project, code, module, 'check_database');
    return { files: [module.file], lines: asked };
  },
};

/** Health addresses of a Python app; a server of its own takes care of signals. */
export function pythonHealth(project: Project): Declarations | undefined {
  const added = addOn(project, {
    folder: `${folder}/health`,
    names: ['health', 'health_addresses'],
    verb: 'add_health',
    middleware: 'HealthMiddleware',
  });
  if (!added) return undefined;
  const { code, module, declarations } = added;
  const readiness = readinessModule(project, code);
  const statement = `from ${readiness.name} import is_ready`;
  return combine([
    {
      files: [readiness.file],
      lines: lines(`${module.file.path}#readiness`, [statement]),
    },
    declarations,
    askers[project.facts.stack?.value ?? '']?.(project, code) ?? {},
  ]);
}
