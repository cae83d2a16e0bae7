import type { Dependency } from '../../declarations.ts';

/** A dependency with the range that was chosen for it. */
export interface Requirement extends Dependency {
  readonly range: string;
}

/** As PEP 508 writes it: `psycopg[binary]>=3.3.9,<4`. */
export const printed = ({ name, extras = [], range }: Requirement): string =>
  `${name}${extras.length > 0 ? `[${extras.join(',')}]` : ''}${range}`;

/** A package's name as PEP 503 compares it. */
export const normalised = (name: string): string => name.toLowerCase().replaceAll(/[-_.]+/g, '-');

/** One dependency a name: with every extra that was asked for, and for production if once. */
export function united(dependencies: readonly Dependency[]): readonly Dependency[] {
  const found = new Map<string, Dependency>();
  for (const each of dependencies) {
    const { extras = [], dev = false } = found.get(each.name) ?? { dev: true };
    const all = [...new Set([...extras, ...(each.extras ?? [])])].sort();
    found.set(each.name, {
      ...found.get(each.name),
      ...each,
      dev: dev && each.dev === true,
      ...(all.length > 0 ? { extras: all } : {}),
    });
  }
  return [...found.values()];
}
