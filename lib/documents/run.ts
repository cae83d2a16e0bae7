/** Compares two names by UTF-16 order, as `Array.prototype.sort` does. */
const isBefore = (left: string, right: string) => left < right;

/**
 * Index where a name goes into a list that may be sorted only in part: its place in the sorted run
 * at the list's end, which is the whole list where all is sorted. Any order of insertions ends alike.
 */
export function placeInRun(name: string, present: readonly string[]): number {
  const broken = present.findLastIndex((one, at) => isBefore(present[at + 1] ?? one, one));
  const index = present.findIndex((one, at) => at > broken && isBefore(name, one));
  return index < 0 ? present.length : index;
}
