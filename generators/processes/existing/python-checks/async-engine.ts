import { lines } from '../../../../lib/lines.ts';
import { pythonModule } from '../../../../lib/retrofit/python.ts';
import { type Check, folder, soleOf, sql } from './check.ts';

const made =
  '(?:(?:sqlalchemy\\.ext\\.asyncio|sa_asyncio)\\.)?create_async_engine|AsyncEngine\\(\\s*create_engine';

/** The one asynchronous engine of SQLAlchemy, in the loop to which its connections belong. */
export const asyncEngine: Check = (project, { code, module: health, inLoop }) => {
  const taken = inLoop ? soleOf(project, code, made, 'engine: AsyncEngine') : undefined;
  if (taken === undefined) return undefined;
  const names = ['engine_check', 'check_engine'];
  const module = pythonModule(project, code, `${folder}/async_engine_check.py`, names);
  const { path } = health.file;
  return {
    services: sql,
    declarations: {
      files: [module.file],
      lines: [
        ...lines(`${module.file.path}#engine`, taken.statements),
        ...lines(`${module.file.path}#loaded`, taken.imports),
        ...lines(`${path}#readiness`, [`from ${module.name} import failing_engine`]),
        ...lines(`${path}#asked`, ['if missing := await failing_engine():\n    return missing']),
      ],
    },
  };
};
