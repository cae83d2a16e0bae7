import { middleware } from '../../../lib/django.ts';
import { factor, needs } from '../../../lib/lines.ts';
import type { Declarations } from '../../../lib/types.ts';

/** Django's own connections over what the database's row brings, and structlog. */
export const django: Declarations = {
  dependencies: needs('structlog'),
  lines: middleware(30, 'config.http.request_log.RequestLogMiddleware'),
  rows: [
    factor(
      4,
      'IV. Backing services',
      'attached by URL; away and back without a restart',
      '`config/resources.py`, `config/database.py`',
    ),
    factor(11, 'XI. Logs', 'JSON lines on standard output', '`config/logs.py`'),
  ],
};
