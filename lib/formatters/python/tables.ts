import { filesAbove } from '../above.ts';
import type { Around } from '../formatter.ts';

/** A table of a TOML file. */
export type Table = Readonly<Record<string, unknown>>;

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The nearest table of a tool above a file: of pyproject.toml, or of files of the tool's own. */
export async function tableFor(
  path: string,
  around: Around,
  tool: string,
  own: readonly string[] = [],
): Promise<Table | undefined> {
  const files = filesAbove(around, path, [...own, 'pyproject.toml']);
  if (files.length === 0) return undefined;
  const { parse } = await import('smol-toml');
  for (const { path: at, text } of files) {
    try {
      const all: Table = parse(text);
      const table = at.endsWith('pyproject.toml') ? isTable(all.tool) && all.tool[tool] : all;
      if (isTable(table)) return table;
    } catch {
      // A file that can't be parsed is told where it is met as a manifest.
    }
  }
  return undefined;
}
