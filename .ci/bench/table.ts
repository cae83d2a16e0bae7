import { median, type Series } from './interleave.ts';

/** One line of a result. */
export type Line = readonly string[];

/** A Markdown table; every column but the first is aligned to the right. */
export function table(head: Line, lines: readonly Line[]): string {
  const all = [head, ...lines];
  const widths = head.map((_, at) => Math.max(3, ...all.map((line) => line[at]?.length ?? 0)));
  const pad = (text: string, width: number, at: number) =>
    at === 0 ? text.padEnd(width) : text.padStart(width);
  const row = (line: Line) =>
    `| ${widths.map((width, at) => pad(line[at] ?? '', width, at)).join(' | ')} |`;
  const rule = widths.map((width, at) =>
    at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [row(head), row(rule), ...lines.map(row)].join('\n');
}

/** The median of milliseconds, whole. */
export const ms = (series: Series): string => `${median(series).toFixed(0)} ms`;
/** A ratio. */
export const times = (value: number): string => `${value.toFixed(2)}×`;
