import { combine } from '../../../lib/declare.ts';
import type { Added } from '../../../lib/retrofit/add-on.ts';
import { readinessModule } from '../../../lib/retrofit/readiness.ts';
import type { Declarations, Project } from '../../../lib/types.ts';
import { asyncEngine } from './python-checks/async-engine.ts';
import type { Check } from './python-checks/check.ts';
import { django } from './python-checks/django.ts';
import { engine } from './python-checks/engine.ts';
import { flaskSqlalchemy } from './python-checks/flask-sqlalchemy.ts';
import { sureOf, unasked } from './unasked.ts';

/** The foremost first: of several that ask one service, it alone does. */
const checks: readonly Check[] = [django, flaskSqlalchemy, asyncEngine, engine];

/** What asks the services that the code is attached to, as far as it is sure how. */
export function askedServices(project: Project, health: Added): Declarations {
  const found = sureOf(checks.map((check) => check(project, health)));
  const { path } = readinessModule(project, health.code).file;
  const asked = found.flatMap(({ services }) => services);
  return combine([...found.map(({ declarations }) => declarations), unasked(project, path, asked)]);
}
