import type { Concern } from '../../lib/types.ts';

export const adminDashboard: Concern = {
  name: 'admin-dashboard',
  title: 'admin-dashboard',
  factors: [],
  options: [],
  declare: () => ({}),
};
