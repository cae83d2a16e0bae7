import type { Formatter } from './formatter.ts';
import { isMentioned } from './python/mentioned.ts';
import { type Manner, pythonText } from './python/print.ts';
import { type Table, tableFor } from './python/tables.ts';

const own = ['.ruff.toml', 'ruff.toml'];

/** https://docs.astral.sh/ruff/formatter: Python. */
export const ruff: Formatter = {
  name: 'ruff',
  setUp: async (around) => {
    const isUsed =
      (await tableFor('pyproject.toml', around, 'ruff', own)) || isMentioned(around, 'ruff');
    if (!isUsed) return undefined;
    return {
      print: async (path, text) =>
        path.endsWith('.py')
          ? pythonText(path, text, mannerOf((await tableFor(path, around, 'ruff', own)) ?? {}))
          : undefined,
      notes: [],
    };
  },
};

function mannerOf(table: Table): Manner {
  const format = (table.format ?? {}) as Table;
  return {
    line_width: Number(table['line-length'] ?? 88),
    indent_width: Number(table['indent-width'] ?? 4),
    indent_style: format['indent-style'] === 'tab' ? 'tab' : 'space',
    quote_style: quotes.find((each) => each === format['quote-style']) ?? 'double',
    magic_trailing_comma: format['skip-magic-trailing-comma'] === true ? 'ignore' : 'respect',
  };
}

const quotes = ['single', 'double', 'preserve'] as const;
