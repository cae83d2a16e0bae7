import { isUtf8 } from 'node:buffer';
import { closeSync, lstatSync, openSync, readFileSync, readSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { ImagineError } from '../errors.ts';
import type { Note } from '../types.ts';

const largest = 1_000_000;
/** A lock file's beginning tells its format; the rest is for its manager. */
const locks =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|uv\.lock|poetry\.lock|pdm\.lock|Pipfile\.lock)$/;
const beginning = 65_536;

/**
 * Reads texts below a folder. What is no text, huge, or a link that leads out is passed over, and
 * noted. Throws ImagineError for what may not be read.
 */
export function reader(root: string, notes: Note[]): (path: string) => string | undefined {
  const pass = (file: string, why: string): undefined => {
    notes.push({ file, message: `was passed over: ${why}` });
    return undefined;
  };
  return (path) => {
    const place = join(root, path);
    try {
      const stats = lstatSync(place, { throwIfNoEntry: false });
      const link = stats?.isSymbolicLink();
      if (!stats || !(link || stats.isFile())) return undefined;
      if (link && leadsOut(root, place))
        return pass(path, 'it is a link that leads out of the project');
      if (locks.test(path)) return head(place);
      if (stats.size > largest) return pass(path, `it is larger than ${largest / 1_000_000} MB`);
      const bytes = readFileSync(place);
      if (isUtf16(bytes)) return pass(path, 'it is UTF-16, so save it as UTF-8');
      if (bytes.includes(0)) return pass(path, 'it is binary');
      // Other bytes would come back as U+FFFD, and be written so.
      return isUtf8(bytes)
        ? bytes.toString('utf8')
        : pass(path, 'it is not UTF-8, so save it as that');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ELOOP')
        return undefined;
      throw new ImagineError(`${path}: can't be read (${code}); mend its permissions`);
    }
  };
}

/** By the mark that it begins with, which PowerShell's `>` writes. */
const isUtf16 = ([first, second]: Buffer): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

const leadsOut = (root: string, place: string): boolean =>
  !`${realpathSync(place)}${sep}`.startsWith(`${realpathSync(root)}${sep}`);

function head(place: string): string {
  const file = openSync(place, 'r');
  try {
    const bytes = Buffer.alloc(beginning);
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, beginning, 0));
  } finally {
    closeSync(file);
  }
}
