import { combine } from '../../lib/declare.ts';
import { feature, listed, tableRows, trees } from '../../lib/lines.ts';
import type { Declarations } from '../../lib/types.ts';

const folder = 'admin-dashboard/templates/express';

/** A dashboard with static files: what the build writes to `dist/assets/<name>/`. */
export const assets = (name: string, writer: string, rank: number): Declarations => ({
  trees: trees(`${folder}/${name}`),
  lines: listed('scripts/assets.ts', 'writers', {
    name: writer,
    from: `./assets/${name}.ts`,
    item: `${name}: ${writer}`,
    rank,
  }),
});

/** A dashboard that is a page of the web process. */
export const pageOf = (name: string, writer: string, rank: number): Declarations =>
  combine([
    assets(name, writer, rank),
    { trees: trees(`${folder}/pages`), lines: feature(rank, name, `./dashboards/${name}.ts`) },
  ]);

/** A row of README's addresses. */
export const address = (rank: number, key: string, text: string): Pick<Declarations, 'rows'> => ({
  rows: tableRows('Addresses', rank, { [key]: [text] }),
});
