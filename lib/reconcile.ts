import type { Open, TextEdit } from './types.ts';

/** What becomes of one file. */
export interface Outcome {
  /** The text to have; null: no file. */
  readonly text: string | null;
  /** What the tool would have written; the base of the next merge. Undefined: not ours. */
  readonly base: string | undefined;
  readonly conflict?: boolean;
  /** Told to the user: the file stays, and this is what it lacks. */
  readonly note?: string;
  /** Both sides of a file that could not be merged. */
  readonly open?: Omit<Open, 'path'>;
  /** What is kept of the user's own text, by name. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** What becomes of one file, with its path. */
export interface Named extends Outcome {
  readonly path: string;
}

/** An edited text in the user's own format; see `Printing`. */
export type Tidy = (before: string | undefined, after: string) => Promise<string>;

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
    const open = { base, mine, theirs };
    if (existing === 'conflict') return { text: mine, base: undefined, conflict: true, open };
    return { text: mine, base: undefined, note: 'is yours and stays as it is' };
  }
  if (mine === undefined) return { text: null, base: theirs };
  if (mine === base) return { text: theirs, base: theirs };
  if (theirs === base) return { text: mine, base };
  const { merge3 } = await import('./documents/merge3.ts');
  const merged = merge3(base, mine, theirs);
  if (!merged.conflict) return { text: merged.text, base: theirs };
  const note = 'was edited in lines that the tool would change; it stays';
  return { text: mine, base, note, open: { base, mine, theirs } };
}

/**
 * A shared file of an app that the tool made: written anew from nothing, then merged like a whole
 * one; where the user changed the same lines, or had the file before the app, only what is missing
 * is spliced in. The base is the text from nothing in each case, so a text of the user's never
 * passes for the tool's.
 */
export async function reconcileOwn(files: Versions3, edits: readonly TextEdit[]): Promise<Outcome> {
  const theirs = await applied('', edits);
  if (files.base === undefined) {
    const text = await applied(files.mine ?? '', edits);
    return { text, base: theirs };
  }
  const merged = await reconcileWhole(files, theirs);
  return merged.note ? spliced(files, edits, theirs) : merged;
}

/**
 * A file that the tool shares with the user (a manifest, README.md …): what is declared is spliced
 * into the text that was found, then merged with the user's changes since. So the order of runs
 * leaves no trace, and what the user took out stays out.
 */
export async function reconcileShared(
  files: Versions3 & { readonly path: string; readonly found: string | undefined },
  edits: readonly TextEdit[],
  tidy: Tidy,
): Promise<Outcome> {
  const { base, mine, found, path } = files;
  const theirs = await tidy(found, await applied(found ?? '', edits));
  if (theirs === (found ?? '') && (base === undefined || mine === base))
    return { text: found ?? null, base: undefined };
  const kept = found === undefined ? {} : { beside: { [path]: found } };
  const outcome = await merged(files, edits, theirs);
  return { ...outcome, ...kept };
}

async function merged(
  files: Versions3,
  edits: readonly TextEdit[],
  theirs: string,
): Promise<Outcome> {
  const { base, mine } = files;
  if (base === undefined || mine === base) return { text: theirs, base: theirs };
  if (mine === undefined) return { text: null, base: theirs };
  const { merge3 } = await import('./documents/merge3.ts');
  const both = merge3(base, mine, theirs);
  return both.conflict ? spliced(files, edits, theirs) : { text: both.text, base: theirs };
}

/** Only what the tool has not said before is spliced into the user's text. */
async function spliced(
  { base = '', mine = '' }: Versions3,
  edits: readonly TextEdit[],
  theirs: string,
): Promise<Outcome> {
  let text = mine;
  for (const edit of edits) if ((await edit(base)) !== base) text = await edit(text);
  return { text, base: theirs };
}

async function applied(text: string, edits: readonly TextEdit[]): Promise<string> {
  let now = text;
  for (const edit of edits) now = await edit(now);
  return now;
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
