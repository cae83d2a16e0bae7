import type { Variable } from './types.ts';

/**
 * One declaration a name. A chosen row's words win over those of a variable that the code is only
 * seen to read, whether the row's concern ran or not, so that no order of runs shows.
 */
export function oneEach(
  declared: readonly Variable[],
  known: readonly Variable[],
): readonly Variable[] {
  const byName = new Map<string, Variable>();
  for (const variable of declared) {
    const other = byName.get(variable.name);
    if (!other || (other.read && !variable.read)) byName.set(variable.name, variable);
  }
  const word = (name: string) => known.find((variable) => variable.name === name);
  return [...byName.values()].map((variable) =>
    variable.read ? { ...variable, ...wordsOf(word(variable.name)) } : variable,
  );
}

/** What is said of a variable; its example goes with the row that brings it. */
const wordsOf = ({ about, section, secret }: Partial<Variable> = {}): Partial<Variable> =>
  Object.fromEntries(
    Object.entries({ about, section, secret }).filter(([, said]) => said !== undefined),
  );
