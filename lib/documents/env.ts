import { parseEnv } from 'node:util';
import { quote } from './env/quote.ts';
import { firstLineOf, type Line, type Section, scan, sectionsOf } from './env/scan.ts';
import { placeOf } from './order.ts';
import { behindBom, eolOf, splice, withoutBom } from './text.ts';

/** A variable with its comment, below a heading `# --- section ---` or before all headings. */
export interface Entry {
  section?: string;
  name: string;
  value: string;
  comment?: readonly string[];
  /** Written as a comment, `#NAME=value`: an example of what may be set. */
  optional?: boolean;
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
    const [head, ...rest] = sectionsOf(lines);
    if (entry.section === undefined) return addWithin(body, head, rest[0]?.heading, entry);
    const titles = rest.map(titleOf);
    const title = entry.section.toLowerCase();
    const own = rest[titles.indexOf(title)];
    if (own) return addWithin(body, own, undefined, entry);
    const order = sections.map((section) => section.toLowerCase());
    const next = rest[placeOf(title, titles, order)]?.heading;
    const block = [`# --- ${entry.section} ---`, '', ...linesOf(entry)];
    return insert(body, next, lastFilled(lines), block);
  });
}

function addWithin(text: string, section: Section, behind: Line | undefined, entry: Entry): string {
  const variables = section.lines.filter(({ kind }) => kind === 'variable');
  const present = variables.map(({ name }) => name);
  const next = variables[placeOf(entry.name, present, 'name')];
  const last = lastFilled(section.lines) ?? section.heading;
  const before = next ? firstLineOf(next, section.lines) : last ? undefined : behind;
  return insert(text, before, last, linesOf(entry));
}

/** Inserts a block before a line, else after one, parted by a blank line. */
function insert(
  text: string,
  before: Line | undefined,
  after: Line | undefined,
  block: readonly string[],
): string {
  const eol = eolOf(text);
  const body = block.join(eol);
  if (before) return splice(text, before.start, body + eol + eol);
  return after ? splice(text, after.end, eol + eol + body) : body + eol + text;
}

function linesOf({ name, value, comment = [], optional = false }: Entry): string[] {
  const mark = optional ? '#' : '';
  return [...comment.map((line) => `# ${line}`.trimEnd()), `${mark}${name}=${quote(value)}`];
}

const lastFilled = (lines: readonly Line[]) => lines.findLast(({ kind }) => kind !== 'blank');

const titleOf = ({ heading }: Section) => (heading?.name ?? '').toLowerCase();
