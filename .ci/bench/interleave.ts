/** Something that is measured again and again, in whatever unit. */
export type Measure = (round: number) => Promise<number>;

/** What was measured, round by round. */
export type Series = readonly number[];

/** Measures all in turn, A B C A B C …, after one round for warming up. */
export async function interleaved<K extends string>(
  rounds: number,
  subjects: Readonly<Record<K, Measure>>,
): Promise<Readonly<Record<K, Series>>> {
  const names = Object.keys(subjects) as K[];
  const seen = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const value = await subjects[name](round);
      if (round > 0) seen.get(name)?.push(value);
    }
  }
  return Object.fromEntries(seen) as unknown as Record<K, Series>;
}

/** The middle of some numbers; of two middles, what is halfway. */
export function median(values: Series): number {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(at)] ?? Number.NaN) + (sorted[Math.ceil(at)] ?? Number.NaN)) / 2;
}

/** How many times one is the other: of each round by itself, then the median. */
export function ratio(one: Series, other: Series): number {
  return median(one.map((value, round) => value / (other[round] ?? Number.NaN)));
}
