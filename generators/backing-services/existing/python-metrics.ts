import { combine } from '../../../lib/declare.ts';
import { needs } from '../../../lib/lines.ts';
import { addOn } from '../../../lib/retrofit/add-on.ts';
import { environmentName } from '../../../lib/retrofit/environment.ts';
import { answers, declares } from '../../../lib/retrofit/present.ts';
import type { Declarations, Project } from '../../../lib/types.ts';

const counting = [
  ...['prometheus-client', 'django-prometheus', 'starlette-exporter', 'aioprometheus'],
  ...['prometheus-flask-exporter', 'prometheus-fastapi-instrumentator', 'starlette-prometheus'],
];

/** Metrics in front of a Python app; a project that counts already is left alone. */
export function pythonMetrics(project: Project): Declarations {
  const { facts, stack, theirs } = project;
  if (declares(theirs, counting) || answers(theirs, '/metrics')) return {};
  const added = addOn(project, {
    folder: 'backing-services/templates/existing/python/prometheus',
    templates: ['django', 'flask', 'starlette'],
    names: ['metrics', 'server_metrics'],
    verb: 'add_metrics',
    middleware: 'MetricsMiddleware',
  });
  if (!added) {
    const file = facts.entry?.value ?? stack.language.manifest;
    const message =
      'Prometheus is left to you: no place was found where it is sure to be right; add prometheus-client and METRICS_TOKEN';
    return { notes: [{ file, message }] };
  }
  return combine([
    { dependencies: needs('prometheus-client'), variables: [environmentName] },
    added.declarations,
  ]);
}
