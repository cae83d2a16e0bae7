import { parseEnv } from 'node:util';
import { quote } from './env/quote.ts';
import { type Line, scan } from './env/scan.ts';
import { placeOf } from './order.ts';
import { behindBom, eolOf, splice, withoutBom } from './text.ts';

/** A variable with its comment, below a heading `# --- section ---` or before all headings. */
export interface Entry {
  section?: string;
  name: string;
  value: string;
  comment?: readonly string[];
}

/** Names of the variables that are set. */
export function names(text: string): string[] {
  return Object.keys(parseEnv(withoutBom(text)));
}

/** The value that Node reads for a variable, undefined where it is not set. */
export function value(text: string, name: string): string | undefined {
  return parseEnv(withoutBom(text))[name];
}

/**
 * Adds a variable unless it is there, set or commented out: by name in its section, the sections in
 * the order of the list. Throws DocumentError for a value that cannot be written.
 */
export function add(text: string, entry: Entry, { sections }: { sections: readonly string[] }) {
  return behindBom(text, (body) => {
    const lines = scan(body);
    if (lines.some(({ kind, name }) => kind === 'variable' && name === entry.name)) return body;
    const headings = lines.filter(({ kind }) => kind === 'heading');
    const titles = headings.map(({ name }) => titleOf(name));
    const at = titles.indexOf(titleOf(entry.section ?? ''));
    if (entry.section !== undefined && at < 0) {
      const next = placeOf(titleOf(entry.section), titles, sections.map(titleOf));
      const head = `# --- ${entry.section} ---`;
      return insert(body, lines, headings[next], [head, '', ...linesOf(entry)]);
    }
    const start = entry.section === undefined ? undefined : headings[at];
    const stop = headings[entry.section === undefined ? 0 : at + 1];
    return addWithin(body, lines.slice(indexIn(lines, start), indexIn(lines, stop, -1)), entry);
  });
}
