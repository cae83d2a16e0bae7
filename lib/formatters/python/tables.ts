import { posix } from 'node:path';
import type { Files } from '../../types.ts';
import { filesAbove } from '../above.ts';
import type { Around } from '../formatter.ts';

/** A table of a TOML file. */
export type Table = Readonly<Record<string, unknown>>;

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The nearest table of a tool above a file: of pyproject.toml, or of files of the tool's own; over what it extends. */
export async function tableFor(
  path: string,
  around: Around,
  tool: string,
  own: readonly string[] = [],
): Promise<Table | undefined> {
  const files = filesAbove(around, path, [...own, 'pyproject.toml']);
  if (files.length === 0) return undefined;
  const { parse } = await import('smol-toml');
  for (const { folder, path: at, text } of files) {
    try {
      const all: Table = parse(text);
      const table = at.endsWith('pyproject.toml') ? isTable(all.tool) && all.tool[tool] : all;
      if (isTable(table)) return await extended(table, { folder, tool }, around.theirs);
    } catch {
      // A file that can't be parsed is told where it is met as a manifest.
    }
  }
  return undefined;
}

/** A table over those of the file that it extends, as Ruff has it; one that is not there adds nothing. */
async function extended(
  table: Table,
  { folder, tool }: { readonly folder: string; readonly tool: string },
  theirs: Files,
  depth = 0,
): Promise<Table> {
  const at = typeof table.extend === 'string' ? posix.join(folder, table.extend) : '';
  const text = depth < 5 && at !== '' ? theirs.read(at) : undefined;
  if (text === undefined) return table;
  const { parse } = await import('smol-toml');
  const all: Table = parse(text);
  const found = at.endsWith('pyproject.toml') && isTable(all.tool) ? all.tool[tool] : all;
  const from = { folder: posix.dirname(at), tool };
  const base = isTable(found) ? await extended(found, from, theirs, depth + 1) : {};
  const format = {
    ...(isTable(base.format) && base.format),
    ...(isTable(table.format) && table.format),
  };
  return { ...base, ...table, format };
}
