import { lineEnd, type Span } from '../text.ts';

/** A line of a .env file, without its ending; a quoted value may make it several. */
export interface Line extends Span {
  kind: 'blank' | 'comment' | 'heading' | 'variable' | 'other';
  /** The variable's name or the heading's title, else ''. */
  name: string;
}

const HEADING = /^[ \t]*#[ \t]*-{2,}[ \t]*(.*?\S)[ \t]*-{2,}[ \t]*$/;
const VARIABLE = /^[ \t]*(#[ \t]*)?(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=/;
const QUOTED = /[ \t]*(["'`])(?:(?!\1)[\s\S])*\1/y;

/** The lines of a .env file; a variable counts whether set, exported or commented out. */
export function scan(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const line = lineAt(text, start);
    lines.push(line);
    const feed = text.indexOf('\n', line.end);
    start = feed < 0 ? text.length : feed + 1;
  }
  return lines;
}

function lineAt(text: string, start: number): Line {
  const end = lineEnd(text, start);
  const content = text.slice(start, end);
  if (content.trim() === '') return { kind: 'blank', name: '', start, end };
  const title = HEADING.exec(content)?.[1];
  if (title !== undefined) return { kind: 'heading', name: title, start, end };
  const variable = VARIABLE.exec(content);
  if (!variable) {
    return {
      kind: content.trimStart().startsWith('#') ? 'comment' : 'other',
      name: '',
      start,
      end,
    };
  }
  const isSet = variable[1] === undefined;
  const stop = isSet ? valueEnd(text, start + variable[0].length) : end;
  return { kind: 'variable', name: variable[2] ?? '', start, end: lineEnd(text, stop) };
}

function valueEnd(text: string, from: number): number {
  QUOTED.lastIndex = from;
  return QUOTED.test(text) ? QUOTED.lastIndex : from;
}

/** A heading and the lines below it; the first section of a file has none. */
export interface Section {
  heading: Line | undefined;
  lines: Line[];
}

/** The lines by section; the first are those before all headings. */
export function sectionsOf(lines: readonly Line[]): [Section, ...Section[]] {
  const sections: [Section, ...Section[]] = [{ heading: undefined, lines: [] }];
  for (const line of lines) {
    if (line.kind === 'heading') sections.push({ heading: line, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections;
}

/** The variable's line, or the first of the comment lines directly above it. */
export function firstLineOf(variable: Line, lines: readonly Line[]): Line {
  const above = lines.slice(0, lines.indexOf(variable));
  const other = above.findLastIndex(({ kind }) => kind !== 'comment');
  return above[other + 1] ?? variable;
}
