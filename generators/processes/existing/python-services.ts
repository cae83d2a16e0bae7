import { combine } from '../../../lib/declare.ts';
import { lines } from '../../../lib/lines.ts';
import { moduleName, type PythonCode, pythonModule } from '../../../lib/retrofit/python.ts';
import { askedByPython, readinessModule } from '../../../lib/retrofit/readiness.ts';
import type { Declarations, Project } from '../../../lib/types.ts';
import { type Asking, unasked } from './unasked.ts';

const folder = 'processes/templates/existing/python';
const sql = ['postgresql', 'mysql', 'sqlite'];

/** The database of Django's own settings. */
function settings(project: Project, code: PythonCode): Asking {
  const names = ['database_check', 'check_database'];
  const module = pythonModule(project, code, `${folder}/database_check.py`, names);
  const asked = askedByPython(project, code, module, 'check_database');
  return {
    services: [...sql, 'mongodb'],
    declarations: { files: [module.file], lines: asked },
  };
}

const engines = /^(\w+)\s*(?::\s*[\w.]+\s*)?=\s*(?:sqlalchemy\.|sqlmodel\.|sa\.)?create_engine\(/gm;
const aside =
  /(?:^|\/)(?:tests?|migrations|alembic|scripts|examples)\/|(?:^|\/)(?:test_\w+|conftest)\.py$/;

/** The one engine of SQLAlchemy that a module makes as it loads. */
function engine(project: Project, code: PythonCode): Asking | undefined {
  const { theirs } = project;
  const found = theirs
    .list()
    .filter((path) => path.endsWith('.py') && !aside.test(path))
    .flatMap((path) =>
      [...(theirs.read(path) ?? '').matchAll(engines)].map(([, name = '']) => ({ path, name })),
    );
  const [only, ...others] = found;
  const source = only && moduleName(code, only.path);
  if (!only || !source || others.length > 0) return undefined;
  const names = ['engine_check', 'check_engine'];
  const module = pythonModule(project, code, `${folder}/engine_check.py`, names);
  const statement = `engine: Engine = import_module("${source}").${only.name}`;
  return {
    services: sql,
    declarations: {
      files: [module.file],
      lines: [
        ...lines(`${module.file.path}#engine`, [statement]),
        ...askedByPython(project, code, module, 'check_engine'),
      ],
    },
  };
}

/** By framework; others have what their code makes. */
const askers: Readonly<Record<string, (project: Project, code: PythonCode) => Asking | undefined>> =
  { django: settings };

/** What asks the services that the code is attached to, as far as it is sure how. */
export function askedServices(project: Project, code: PythonCode): Declarations {
  const found = (askers[project.facts.stack?.value ?? ''] ?? engine)(project, code);
  const { path } = readinessModule(project, code).file;
  return combine([found?.declarations ?? {}, unasked(project, path, found?.services ?? [])]);
}
