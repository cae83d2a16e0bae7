import { type Order, placeOf } from './order.ts';
import { behindBom, eolOf, lineEnd, type Span, splice } from './text.ts';

/** The comment above a group of lines, and all such headings in the order of the file. */
export interface Grouping {
  heading?: string;
  headings?: readonly string[];
}

interface Line extends Span {
  content: string;
}

/** Where a grouping's lines go: among those below its heading, else before another heading. */
interface Group {
  heading: Line | undefined;
  lines: readonly Line[];
  behind: Line | undefined;
}

/** Orders a group: patterns by name, then exceptions (`!…`), which must follow what they lift. */
const BY_PATTERN: Order = (pattern) => (isException(pattern) ? 1 : 0);

/**
 * Adds to an ignore file the patterns that it lacks, below the heading `# …` (without one: before
 * all headings). `/x`, `x/` and `x` are one pattern. An exception and its patterns belong into one
 * call, and a heading must be one of the headings of all calls.
 */
export function addLines(text: string, patterns: readonly string[], grouping: Grouping = {}) {
  return behindBom(text, (body) => {
    const missing = missingIn(linesOf(body), patterns, grouping);
    return missing.reduce((result, pattern) => addLine(result, pattern, grouping), body);
  });
}

function addLine(text: string, pattern: string, grouping: Grouping): string {
  const lines = linesOf(text);
  const { heading, lines: group, behind } = groupIn(lines, grouping);
  if (!heading && grouping.heading !== undefined) {
    const block = [`# ${grouping.heading}`, pattern];
    return insert(text, behind, lastFilled(lines), block, eolOf(text));
  }
  const all = group.filter(isPattern);
  const lifted = isException(pattern)
    ? all.findLastIndex((line) => !isException(line.content))
    : -1;
  const present = all.slice(lifted + 1);
  const index = placeOf(
    pattern,
    present.map(({ content }) => content),
    BY_PATTERN,
  );
  const next = present[index];
  if (next) return insert(text, firstLineOf(next, group), undefined, [pattern], '');
  const last = all.at(-1) ?? heading;
  if (last) return insert(text, undefined, last, [pattern], '');
  const comment = lastFilled(group);
  return insert(text, comment ? undefined : behind, comment, [pattern], eolOf(text));
}

/** Inserts lines before a line, else after one, with a gap between. */
function insert(
  text: string,
  before: Line | undefined,
  after: Line | undefined,
  lines: readonly string[],
  gap: string,
): string {
  const eol = eolOf(text);
  const body = lines.join(eol);
  if (before) return splice(text, before.start, body + eol + gap);
  return after ? splice(text, after.end, gap + eol + body) : body + eol + text;
}

/** The patterns that are not there; an exception must follow its patterns, or be in its group. */
function missingIn(lines: readonly Line[], patterns: readonly string[], grouping: Grouping) {
  const all = lines.filter(isPattern).map(bare);
  const group = groupIn(lines, grouping).lines.filter(isPattern).map(bare);
  const lifted = patterns
    .filter((pattern) => !isException(pattern))
    .map((content) => bare({ content }));
  const follows = (present: readonly string[], key: string) =>
    present.lastIndexOf(key) > Math.max(-1, ...lifted.map((one) => present.lastIndexOf(one)));
  const isComplete = lifted.every((one) => all.includes(one));
  return [...new Set(patterns)].filter((content) => {
    const key = bare({ content });
    if (!isException(content)) return !all.includes(key);
    return !(follows(group, key) || (isComplete && follows(all, key)));
  });
}

function groupIn(lines: readonly Line[], { heading, headings = [] }: Grouping): Group {
  const known = new Set(heading === undefined ? headings : [...headings, heading]);
  const heads = lines.filter((line) => known.has(titleOf(line)));
  if (heading === undefined) {
    const above = heads[0] ? lines.slice(0, lines.indexOf(heads[0])) : lines;
    return { heading: undefined, lines: above, behind: heads[0] };
  }
  const own = heads.find((line) => titleOf(line) === heading);
  const behind = heads[placeOf(heading, heads.map(titleOf), headings)];
  if (!own) return { heading: undefined, lines: [], behind };
  const below = lines.slice(lines.indexOf(own) + 1);
  const stop = below.findIndex((line) => line.content === '' || heads.includes(line));
  return { heading: own, lines: stop < 0 ? below : below.slice(0, stop), behind };
}

function firstLineOf(pattern: Line, group: readonly Line[]): Line {
  const above = group.slice(0, group.indexOf(pattern));
  const other = above.findLastIndex(({ content }) => !content.startsWith('#'));
  return above[other + 1] ?? pattern;
}

function linesOf(text: string): Line[] {
  return [...text.matchAll(/[^\n]+|(?<=\n|^)\n/g)].map(({ index }) => {
    const end = lineEnd(text, index);
    return { start: index, end, content: text.slice(index, end).trim() };
  });
}

const bare = ({ content }: Pick<Line, 'content'>) =>
  content
    .trim()
    .replace(/^(!?)\//, '$1')
    .replace(/\/$/, '');

const isException = (pattern: string) => pattern.startsWith('!');

const isPattern = ({ content }: Line) => content !== '' && !content.startsWith('#');

const lastFilled = (lines: readonly Line[]) => lines.findLast(({ content }) => content !== '');

const titleOf = ({ content }: Line) => /^#+\s*(.*)$/.exec(content)?.[1] ?? '';
