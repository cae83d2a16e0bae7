import { factor, trees } from '../../lib/lines.ts';
import type { Concern, Declarations } from '../../lib/types.ts';
import { dashboards } from './dashboards/catalog.ts';
import { fitting } from './existing.ts';

/** Which file keeps which factor. */
const factors: Declarations = {
  rows: [
    factor(
      12,
      'XII. Admin processes',
      'one-off commands, and dashboards',
      '`src/commands.ts`, `src/manage.ts`',
    ),
  ],
};

/** Factor XII: dashboards, and what they need of the app. */
export const adminDashboard: Concern = {
  name: 'admin-dashboard',
  title: 'Admin, Swagger UI, GraphiQL',
  factors: ['XII'],
  options: [
    {
      name: 'dashboards',
      about: 'Dashboards',
      kind: 'many',
      rows: dashboards,
      none: true,
      retrofit: fitting,
      initial: () => dashboards.map(({ name }) => name),
      ask: true,
    },
  ],
  declare: ({ existing, stack }) =>
    existing ? {} : { ...factors, trees: trees(`admin-dashboard/templates/${stack.name}/common`) },
};
