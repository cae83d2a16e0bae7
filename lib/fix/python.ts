import type { Fixer } from './spot.ts';

/** Python. */
export const python: Fixer = {
  handles: /\.py$/,
  spots: async (path, text, project) => {
    const { spotsIn } = await import('./python/spots.ts');
    return spotsIn(path, text, project);
  },
  complete: async (text, fixed) => {
    const { completed } = await import('./python/complete.ts');
    return completed(text, fixed);
  },
};
