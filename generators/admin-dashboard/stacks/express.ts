import { factor, trees } from '../../../lib/lines.ts';
import type { Declarations } from '../../../lib/types.ts';

/** One-off commands are modules. */
export const express: Declarations = {
  trees: trees('admin-dashboard/templates/express/common'),
  rows: [
    factor(
      12,
      'XII. Admin processes',
      'one-off commands, and dashboards',
      '`src/commands.ts`, `src/manage.ts`',
    ),
  ],
};
