import type { Spot } from './spot.ts';

/** A text whose spots read variables, each by its name; words stay apart: `return"secret"`. */
export const replaced = (text: string, pairs: readonly (readonly [Spot, string])[]): string =>
  [...pairs]
    .sort(([a], [b]) => b.start - a.start)
    .reduce((now, [spot, name]) => {
      const [before, after] = [now.slice(0, spot.start), now.slice(spot.end)];
      const reading = spot.reading(name);
      const head = /[\w$]$/.test(before) && /^[\w$]/.test(reading) ? ' ' : '';
      const tail = /[\w$]$/.test(reading) && /^[\w$]/.test(after) ? ' ' : '';
      return before + head + reading + tail + after;
    }, text);
