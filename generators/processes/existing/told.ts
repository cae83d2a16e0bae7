import { tableRows } from '../../../lib/lines.ts';
import type { Declarations } from '../../../lib/types.ts';

/** What README tells of health addresses. */
export const health: Declarations = {
  rows: tableRows('Addresses', 10, {
    '`GET /healthz`': ['200 as long as the process lives'],
    '`GET /readyz`': ['200 while it takes requests and what they need answers, else 503'],
  }),
};

/** The variables of a stop that finishes what is under way. */
export const shutdown: Declarations = {
  variables: [
    {
      name: 'SHUTDOWN_DELAY',
      about: 'Seconds that a stop still serves after /readyz turned 503.',
      section: 'Process',
      fallback: '`0`',
    },
    {
      name: 'SHUTDOWN_TIMEOUT',
      about: 'Seconds that a stop waits for requests under way.',
      section: 'Process',
      fallback: '`8`',
    },
  ],
};
