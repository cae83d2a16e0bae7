import type { TextEdit } from './types.ts';

/** What becomes of one file. */
export interface Outcome {
  /** The text to have; null: no file. */
  readonly text: string | null;
  /** What the tool would have written; the base of the next merge. Undefined: not ours. */
  readonly base: string | undefined;
  readonly conflict?: boolean;
  /** Told to the user: the file stays, and this is what it lacks. */
  readonly note?: string;
}

export interface Versions3 {
  /** What the tool wrote last time; undefined: it never wrote this file. */
  readonly base: string | undefined;
  /** What is there now; undefined: nothing. */
  readonly mine: string | undefined;
}

/**
 * A file that the tool makes whole. Untouched by the user: replaced. Changed elsewhere: merged by
 * three ways. Changed in the same lines, or deleted: the user's stays, and a note tells.
 */
export async function reconcileWhole(
  { base, mine }: Versions3,
  theirs: string,
  existing: 'keep' | 'conflict' = 'conflict',
): Promise<Outcome> {
  if (mine === theirs) return { text: theirs, base: theirs };
  if (base === undefined) {
    if (mine === undefined) return { text: theirs, base: theirs };
    if (existing === 'conflict') return { text: mine, base: undefined, conflict: true };
    return { text: mine, base: undefined, note: 'is yours and stays as it is' };
  }
  if (mine === undefined) return { text: null, base: theirs };
  if (mine === base) return { text: theirs, base: theirs };
  if (theirs === base) return { text: mine, base };
  const { merge3 } = await import('./documents/merge3.ts');
  const merged = merge3(base, mine, theirs);
  if (!merged.conflict) return { text: merged.text, base: theirs };
  return { text: mine, base, note: 'was edited in lines that the tool would change; it stays' };
}

/**
 * A shared file of an app that the tool made: written anew from nothing, then merged like a whole
 * one; where the user changed the same lines, only what is missing is spliced in.
 */
export async function reconcileOwn(files: Versions3, edits: readonly TextEdit[]): Promise<Outcome> {
  if (files.base === undefined) return reconcileShared(files, edits);
  const theirs = edits.reduce((now, edit) => edit(now), '');
  const merged = await reconcileWhole(files, theirs);
  return merged.note ? reconcileShared(files, edits) : merged;
}

/**
 * A file that the tool shares with the user (a manifest, README.md …): only what is missing is
 * spliced in. What the tool wrote before and the user took out stays out.
 */
export function reconcileShared({ base, mine }: Versions3, edits: readonly TextEdit[]): Outcome {
  if (base === undefined) {
    const text = edits.reduce((now, edit) => edit(now), mine ?? '');
    if (text === (mine ?? '')) return { text: mine ?? null, base: undefined };
    return { text, base: text };
  }
  const next = edits.reduce((now, edit) => edit(now), base);
  if (mine === undefined) return { text: null, base: next };
  if (mine === base) return { text: next, base: next };
  const fresh = edits.filter((edit) => edit(base) !== base);
  return { text: fresh.reduce((now, edit) => edit(now), mine), base: next };
}

/** A file that the tool wrote before and has no use for now: gone, unless the user changed it. */
export function reconcileLeftover({ base, mine }: Versions3): Outcome {
  if (mine === undefined || mine === base) return { text: null, base: undefined };
  return {
    text: mine,
    base: undefined,
    note: 'is not needed any more; it has your changes, so it stays',
  };
}
