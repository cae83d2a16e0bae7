/** The command that runs a target of the Makefile, with words for the target's program. */
export const make = (target: string, ...words: readonly string[]): string =>
  ['make', target, ...(words.length > 0 ? [`ARGS="${words.join(' ')}"`] : [])].join(' ');
