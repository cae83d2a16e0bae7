import { lines } from '../../../../lib/lines.ts';
import { pythonModule } from '../../../../lib/retrofit/python.ts';
import { askedByPython } from '../../../../lib/retrofit/readiness.ts';
import { type Check, folder, soleOf, sql } from './check.ts';

const made = '(?:(?:sqlalchemy|sqlmodel|sa)\\.)?create_engine';

/** The one engine of SQLAlchemy or SQLModel that a module makes as it loads. */
export const engine: Check = (project, { code }) => {
  const taken = soleOf(project, code, made, 'engine: Engine');
  if (taken === undefined) return undefined;
  const names = ['engine_check', 'check_engine'];
  const module = pythonModule(project, code, `${folder}/engine_check.py`, names);
  return {
    services: sql,
    declarations: {
      files: [module.file],
      lines: [
        ...lines(`${module.file.path}#engine`, taken.statements),
        ...lines(`${module.file.path}#loaded`, taken.imports),
        ...askedByPython(project, code, module, 'check_engine'),
      ],
    },
  };
};
