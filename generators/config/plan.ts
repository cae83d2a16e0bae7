import type { Concern } from '../../lib/types.ts';

export const config: Concern = {
  name: 'config',
  title: 'config',
  factors: [],
  options: [],
  declare: () => ({}),
};
