import type { Concern } from '../../lib/types.ts';

export const backingServices: Concern = {
  name: 'backing-services',
  title: 'backing-services',
  factors: [],
  options: [],
  declare: () => ({}),
};
