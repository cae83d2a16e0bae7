import { middleware, route, variable } from '../../../lib/django.ts';
import { feature, lines, needs, tableRows, trees } from '../../../lib/lines.ts';
import type { Row } from '../../../lib/types.ts';
import { pythonMetrics } from '../existing/python-metrics.ts';
import { metrics } from '../existing.ts';

/** Metrics that a Prometheus server scrapes at `/metrics`. */
export const prometheus: Row = {
  name: 'prometheus',
  title: 'Prometheus',
  variables: [
    {
      name: 'METRICS_TOKEN',
      about: 'The bearer token that opens /metrics in production.',
      section: 'Observability',
    },
  ],
  rows: tableRows('Addresses', 60, {
    '`GET /metrics`': ['for Prometheus; in production only with `METRICS_TOKEN`'],
  }),
  existing: { node: metrics, python: pythonMetrics },
  stacks: {
    express: {
      dependencies: needs('prom-client'),
      trees: trees('backing-services/templates/express/monitoring/prometheus'),
      lines: [
        ...feature(45, 'metrics', './metrics/metrics.ts'),
        ...lines('src/config.ts#web', [
          '/** Opens `/metrics` in production. */',
          'METRICS_TOKEN: z.string().optional(),',
        ]),
      ],
    },
    django: {
      dependencies: needs('prometheus-client'),
      trees: trees('backing-services/templates/django/monitoring/prometheus'),
      lines: [
        ...middleware(45, 'config.metrics.MetricsMiddleware'),
        ...route(40, 'metrics', 'metrics', 'config.metrics'),
        ...lines('config/supervisor.py#environment', ['"PROMETHEUS_MULTIPROC_DIR": folder,']),
        ...lines('tests/settings.py#own', ['"METRICS_TOKEN": "",']),
        ...variable(
          30,
          'Opens `/metrics` in production.',
          'METRICS_TOKEN: str = env.str("METRICS_TOKEN", "")',
        ),
      ],
    },
  },
  lines: lines('compose.yaml#web', [`METRICS_TOKEN: \${METRICS_TOKEN:-}`]),
};
