import type { Span } from '../text.ts';
import { type Block, spanOf } from './tree.ts';

/** A table: its lines, from the header to the last row. */
export interface Table {
  header: Line;
  delimiter: Line;
  rows: Line[];
}

/** A line of a table. */
export interface Line extends Span {
  cells: string[];
}

const DELIMITER = /^(?=.*\|)\s*\|?(\s*:?-+:?\s*\|)*\s*(:?-+:?\s*)?$/;

/** The first table among blocks. To a parser without the table extension it is a paragraph. */
export function tableIn(text: string, blocks: readonly Block[]): Table | undefined {
  for (const block of blocks) {
    const lines = block.type === 'paragraph' ? linesOf(text, spanOf(block)) : [];
    const at = lines.findIndex(
      (line, index) =>
        DELIMITER.test(text.slice(line.start, line.end)) &&
        lines[index - 1]?.cells.length === line.cells.length,
    );
    const [header, delimiter] = [lines[at - 1], lines[at]];
    if (header && delimiter) return { header, delimiter, rows: lines.slice(at + 1) };
  }
  return undefined;
}

/** A row in the layout of the table: its outer bars, and its column widths if it is aligned. */
export function rowText(text: string, { header, delimiter }: Table, cells: readonly string[]) {
  const aligned = header.cells.every((cell, at) => cell.length === delimiter.cells[at]?.length);
  const padded = header.cells.map((head, at) => {
    const cell = (cells[at] ?? '').replaceAll(/\s*\r?\n\s*/g, ' ').replaceAll(/(?<!\\)\|/g, '\\|');
    return cell.padEnd(aligned ? head.length - 2 : 0);
  });
  const row = padded.join(' | ');
  return text[header.start] === '|' ? `| ${row} |` : row.trimEnd();
}

/** What names a row: its first cell without marks. */
export function keyOf(cells: readonly string[]): string {
  const cell = (cells[0] ?? '').trim().replaceAll('\\|', '|');
  return cell.replaceAll(/^[`*_]+|[`*_]+$/g, '');
}

function linesOf(text: string, { start, end }: Span): Line[] {
  return [...text.slice(start, end).matchAll(/[^\r\n]+/g)].map(({ 0: line, index }) => {
    const from = start + index + line.length - line.trimStart().length;
    return { start: from, end: start + index + line.length, cells: cellsOf(line.trim()) };
  });
}

function cellsOf(line: string): string[] {
  const inner = line.replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/);
}
