import type { Variable } from '../../lib/types.ts';

/** DATABASE_URL, the one address of the primary database. */
export const databaseVariable = (
  differing: Pick<Variable, 'example' | 'fallback' | 'required'>,
): Variable => ({
  name: 'DATABASE_URL',
  about: 'The database.',
  section: 'Backing services',
  ...differing,
});
