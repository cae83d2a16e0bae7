import { pythonModule } from '../../../../lib/retrofit/python.ts';
import { askedByPython } from '../../../../lib/retrofit/readiness.ts';
import { type Check, folder, sql } from './check.ts';

/** The database of Django's own settings. */
export const django: Check = (project, { code }) => {
  if (project.facts.stack?.value !== 'django') return undefined;
  const names = ['database_check', 'check_database'];
  const module = pythonModule(project, code, `${folder}/database_check.py`, names);
  const lines = askedByPython(project, code, module, 'check_database');
  return { services: [...sql, 'mongodb'], declarations: { files: [module.file], lines } };
};
