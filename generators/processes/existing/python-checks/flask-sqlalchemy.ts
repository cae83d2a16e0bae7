import { lines } from '../../../../lib/lines.ts';
import { pythonModule } from '../../../../lib/retrofit/python.ts';
import { askedByPython } from '../../../../lib/retrofit/readiness.ts';
import { type Check, folder, soleOf, sql } from './check.ts';

/** The database of the one Flask-SQLAlchemy, in the context of the app. */
export const flaskSqlalchemy: Check = (project, { code, module: health }) => {
  const { facts, theirs } = project;
  const taken = soleOf(project, code, '(?:flask_sqlalchemy\\.)?SQLAlchemy', 'db: SQLAlchemy');
  const isOfFlask = facts.stack?.value === 'flask' && taken !== undefined;
  // Without the address of a default, there may be others only.
  const hasDefault = theirs
    .list()
    .some(
      (path) => path.endsWith('.py') && /\bSQLALCHEMY_DATABASE_URI\b/.test(theirs.read(path) ?? ''),
    );
  if (!isOfFlask || !hasDefault) return undefined;
  const names = ['database_check', 'check_database'];
  const module = pythonModule(project, code, `${folder}/flask_sqlalchemy_check.py`, names);
  const { path } = health.file;
  return {
    services: sql,
    declarations: {
      files: [module.file],
      lines: [
        ...lines(`${module.file.path}#database`, taken.statements),
        ...lines(`${module.file.path}#loaded`, taken.imports),
        ...lines(`${path}#readiness`, [`from ${module.name} import asks_for`]),
        ...lines(`${path}#wired`, ['asks_for(app)']),
        ...askedByPython(project, code, module, 'check_database'),
      ],
    },
  };
};
