import {
  besideApplication,
  type PythonCode,
  pythonCodeOf,
  pythonModule,
} from '../../lib/retrofit/python.ts';
import type { Declarations, Project, Splice } from '../../lib/types.ts';

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

function added(template: string) {
  return (project: Project, code: PythonCode): Declarations => {
    const module = pythonModule(project, code, `${folder}/${template}.py`, names);
    const splice = besideApplication(code, 'after', module, `add_health(${code.object})`);
    return { files: [module.file], splices: [splice] };
  };
}

const names = ['health', 'health_addresses'];

/** Django's, as the first of the one list of middleware. */
function middleware(project: Project, code: PythonCode): Declarations | undefined {
  const { theirs } = project;
  const settings = theirs
    .list()
    .filter((path) => path.endsWith('.py') && /^MIDDLEWARE\s*=/m.test(theirs.read(path) ?? ''));
  const [path] = settings;
  if (!path || settings.length > 1) return undefined;
  const { file, name } = pythonModule(project, code, `${folder}/django.py`, names);
  const item = `"${name}.HealthMiddleware"`;
  const splice: Splice = {
    path,
    code: true,
    otherwise: { file: path, message: `put ${item} first in MIDDLEWARE` },
    edit: async (text) => {
      const { addToList, load } = await import('../../lib/documents/python.ts');
      await load();
      return addToList(text, { name: 'MIDDLEWARE', item, at: 'start' });
    },
  };
  return { files: [file], splices: [splice] };
}
