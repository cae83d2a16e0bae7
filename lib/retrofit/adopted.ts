import { DocumentError } from '../documents/error.ts';
import type { Files, MadeFile, Project } from '../types.ts';
import { unlinted } from './unlinted.ts';
import { unmeasured } from './unmeasured.ts';

/** Whether a path is one of JavaScript or TypeScript. */
export const isCode = (path: string): boolean => /\.[cm]?[jt]sx?$/.test(path);

/** A new file as a project that has code takes it: in the habits of its code, and within its checks. */
export async function adopted(
  text: string,
  { path, like }: MadeFile,
  { facts, theirs }: Project,
): Promise<string> {
  const written = await inHabits(text, like, theirs);
  if (!isCode(path)) return facts.coverage === undefined ? written : unmeasured(written, path);
  const named = facts.bareBuiltins ? bare(written) : written;
  const linted = facts.taste ? unlinted(named, facts.taste.value) : named;
  return facts.coverage === undefined ? linted : unmeasured(linted, path);
}

/** Node's own modules by the names that every Node and every tool knows; some have no such name. */
const bare = (text: string): string =>
  text.replace(/(\bfrom |\brequire\(|\bimport )(['"])node:(?!sqlite|test)/g, '$1$2');

/** A new file of the code, as the user writes. */
async function inHabits(text: string, like: string | undefined, theirs: Files): Promise<string> {
  const example = like && theirs.read(like);
  if (!like || !example || !isCode(like)) return text;
  const { written } = await import('../documents/javascript.ts');
  try {
    return written(text, { path: like, like: example });
  } catch (error) {
    if (error instanceof DocumentError) return text;
    throw error;
  }
}
