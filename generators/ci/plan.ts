import type { Concern } from '../../lib/types.ts';

export const ci: Concern = {
  name: 'ci',
  title: 'ci',
  factors: [],
  options: [],
  declare: () => ({}),
};
