import { lines } from '../../lib/lines.ts';
import { besideMiddleware } from '../../lib/retrofit/middleware.ts';
import {
  besideApplication,
  type PythonCode,
  pythonCodeOf,
  pythonModule,
} from '../../lib/retrofit/python.ts';
import { askedByPython, readinessModule } from '../../lib/retrofit/readiness.ts';
import type { Declarations, MadeFile, Project } from '../../lib/types.ts';

const folder = 'processes/templates/existing/python';

/** How a framework's app gets the addresses; one that is missing is told. */
const frameworks: Readonly<
  Record<string, (project: Project, code: PythonCode) => Declarations | undefined>
> = {
  fastapi: added('starlette'),
  starlette: added('starlette'),
  flask: added('flask'),
  django: middleware,
};

/** Health addresses of a Python app; a server of its own takes care of signals. */
export function pythonHealth(project: Project): Declarations | undefined {
  const code = pythonCodeOf(project);
  return code && frameworks[project.facts.stack?.value ?? '']?.(project, code);
}

const names = ['health', 'health_addresses'];

function added(template: string) {
  return (project: Project, code: PythonCode): Declarations => {
    const module = pythonModule(project, code, `${folder}/${template}.py`, names);
    const { files, lines: asked } = asking(project, code, module.file);
    const splice = besideApplication(code, 'after', module, `add_health(${code.object})`);
    return { files: [...files, module.file], lines: asked, splices: [splice] };
  };
}

/** Django's, as the first of the one list of middleware; its database is asked by itself. */
function middleware(project: Project, code: PythonCode): Declarations | undefined {
  const module = pythonModule(project, code, `${folder}/django.py`, names);
  const splice = besideMiddleware(project, `"${module.name}.HealthMiddleware"`);
  if (!splice) return undefined;
  const database = pythonModule(project, code, `${folder}/database_check.py`, [
    'database_check',
    'check_database',
  ]);
  const { files, lines: asked } = asking(project, code, module.file);
  return {
    files: [...files, module.file, database.file],
    lines: [...asked, ...askedByPython(project, code, database, 'check_database')],
    splices: [splice],
  };
}

/** What tells whether services answer, and how the addresses get it. */
function asking(project: Project, code: PythonCode, { path }: MadeFile) {
  const { file, name } = readinessModule(project, code);
  return {
    files: [file],
    lines: lines(`${path}#readiness`, [`from ${name} import is_ready`]),
  };
}
