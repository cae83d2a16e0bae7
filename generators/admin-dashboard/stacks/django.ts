import { factor } from '../../../lib/lines.ts';
import type { Declarations } from '../../../lib/types.ts';

/** One-off commands are Django's. */
export const django: Declarations = {
  rows: [
    factor(
      12,
      'XII. Admin processes',
      'one-off commands, and dashboards',
      '`manage.py`, `config/management/commands/`',
    ),
  ],
};
