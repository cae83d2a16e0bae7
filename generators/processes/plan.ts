import type { Concern } from '../../lib/types.ts';

export const processes: Concern = {
  name: 'processes',
  title: 'processes',
  factors: [],
  options: [],
  declare: () => ({}),
};
