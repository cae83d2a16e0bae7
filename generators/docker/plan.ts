import type { Concern } from '../../lib/types.ts';

export const docker: Concern = {
  name: 'docker',
  title: 'docker',
  factors: [],
  options: [],
  declare: () => ({}),
};
