import { combine } from '../../../lib/declare.ts';
import { lines } from '../../../lib/lines.ts';
import { addOn } from '../../../lib/retrofit/add-on.ts';
import { readinessModule } from '../../../lib/retrofit/readiness.ts';
import type { Declarations, Project } from '../../../lib/types.ts';
import { askedServices } from './python-services.ts';

const folder = 'processes/templates/existing/python';

/** Health addresses of a Python app; a server of its own takes care of signals. */
export function pythonHealth(project: Project): Declarations | undefined {
  const added = addOn(project, {
    folder: `${folder}/health`,
    templates: [
      ...['django', 'flask', 'bottle'],
      ...['starlette', 'litestar', 'quart', 'sanic', 'aiohttp'],
    ],
    names: ['health', 'health_addresses'],
    verb: 'add_health',
    gives: 'health',
    middleware: 'HealthMiddleware',
  });
  if (!added) return undefined;
  const { code, module, declarations } = added;
  const readiness = readinessModule(project, code);
  const statement = `from ${readiness.name} import failing`;
  return combine([
    {
      files: [readiness.file],
      lines: lines(`${module.file.path}#readiness`, [statement]),
    },
    declarations,
    askedServices(project, added),
  ]);
}
