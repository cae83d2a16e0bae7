import { posix } from 'node:path';
import type { Project } from '../types.ts';

/** How the code of a Node project is written, as far as a new file of it must follow. */
export interface Code {
  /** The module's kind as it is written; templates have this ending. */
  readonly flavour: 'ts' | 'mjs' | 'cjs';
  /** The file that the start process begins with. */
  readonly entry: string;
  /** Where new files go, and their ending. */
  readonly folder: string;
  readonly end: string;
}

/** How the code is written; undefined where no entry was found, or one that is not Node's. */
export function codeOf({ facts, theirs }: Project): Code | undefined {
  const entry = facts.entry?.value;
  const text = entry === undefined ? undefined : theirs.read(entry);
  if (entry === undefined || text === undefined) return undefined;
  const script = !/\.\w+$/.test(entry) && /^#!.*\bnode\b/.test(text);
  const end = script ? '.js' : posix.extname(entry).replace('x', '');
  const folder = posix.dirname(entry).replace(/(?:^|\/)bin$/, '');
  const place = { entry, folder, end };
  if (/\.[cm]?ts$/.test(end)) return { ...place, flavour: 'ts' };
  if (!/\.[cm]?js$/.test(end)) return undefined;
  const written = /^(?:import|export)\b/m.test(text);
  const required = /\brequire\(/.test(text);
  const esm = written || entry.endsWith('.mjs') || (facts.module?.value === 'esm' && !required);
  return { ...place, flavour: esm ? 'mjs' : 'cjs' };
}
