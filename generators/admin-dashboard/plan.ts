import type { Concern } from '../../lib/types.ts';
import { dashboards } from './dashboards/catalog.ts';
import { fitting } from './existing.ts';
import { stacks } from './stacks/catalog.ts';

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
  declare: ({ existing, stack }) => (existing ? {} : (stacks[stack.name] ?? {})),
};
