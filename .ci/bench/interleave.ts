/** Something that is measured again and again, in whatever unit. */
export type Measure = (round: number) => Promise<number>;

/** Measures all in turn, A B C A B C …, after one round for warming up; the median of each. */
export async function interleaved<K extends string>(
  rounds: number,
  subjects: Readonly<Record<K, Measure>>,
): Promise<Readonly<Record<K, number>>> {
  const names = Object.keys(subjects) as K[];
  const seen = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const value = await subjects[name](round);
      if (round > 0) seen.get(name)?.push(value);
    }
  }
  const medians = names.map((name) => [name, median(seen.get(name) ?? [])]);
  return Object.fromEntries(medians) as Record<K, number>;
}

/** The middle of some numbers; of two middles, what is halfway. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(at)] ?? Number.NaN) + (sorted[Math.ceil(at)] ?? Number.NaN)) / 2;
}
