/** One line of a result: what was measured, as text. */
export type Line = readonly string[];

/** A Markdown table; every column but the first is aligned to the right. */
export function table(head: Line, lines: readonly Line[]): string {
  const widths = head.map((_, at) => Math.max(3, ...[head, ...lines].map((l) => length(l[at]))));
  const row = (line: Line) =>
    `| ${widths.map((width, at) => pad(line[at] ?? '', width, at)).join(' | ')} |`;
  const rule = widths.map((width, at) =>
    at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [row(head), row(rule), ...lines.map(row)].join('\n');
}

const length = (text = '') => text.length;
const pad = (text: string, width: number, at: number) =>
  at === 0 ? text.padEnd(width) : text.padStart(width);

/** Milliseconds, whole. */
export const ms = (value: number): string => `${value.toFixed(0)} ms`;
/** How many times one is the other. */
export const times = (one: number, other: number): string => `${(one / other).toFixed(2)}×`;
