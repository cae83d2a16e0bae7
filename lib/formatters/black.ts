import type { Formatter } from './formatter.ts';
import { isMentioned } from './python/mentioned.ts';
import { pythonText } from './python/print.ts';
import { tableFor } from './python/tables.ts';

/** https://black.readthedocs.io: Python. */
export const black: Formatter = {
  name: 'black',
  setUp: async (around) => {
    const isUsed =
      (await tableFor('pyproject.toml', around, 'black')) || isMentioned(around, 'black');
    if (!isUsed) return undefined;
    return {
      print: async (path, text) => {
        if (!path.endsWith('.py')) return undefined;
        const table = (await tableFor(path, around, 'black')) ?? {};
        return pythonText(path, text, {
          line_width: Number(table['line-length'] ?? table.line_length ?? 88),
          quote_style: table['skip-string-normalization'] === true ? 'preserve' : 'double',
          magic_trailing_comma: table['skip-magic-trailing-comma'] === true ? 'ignore' : 'respect',
        });
      },
      notes: [],
    };
  },
};
