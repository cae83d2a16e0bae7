import type { Spot } from './spot.ts';

/** A text whose spots read variables, each by its name. */
export const replaced = (text: string, pairs: readonly (readonly [Spot, string])[]): string =>
  [...pairs]
    .sort(([a], [b]) => b.start - a.start)
    .reduce(
      (now, [spot, name]) => now.slice(0, spot.start) + spot.reading(name) + now.slice(spot.end),
      text,
    );
