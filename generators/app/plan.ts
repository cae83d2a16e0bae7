import type { Concern } from '../../lib/types.ts';

export const app: Concern = {
  name: 'app',
  title: 'app',
  factors: [],
  options: [],
  declare: () => ({}),
};
