import type { FindHomes } from './homes.ts';
import { tableAt } from './poetry.ts';

const order = { '': ['source', 'packages', 'dev-packages', 'requires'] };

/** Pipenv's own file, where the project has one. */
export const pipfile: FindHomes = (files) =>
  files.read('Pipfile') === undefined
    ? undefined
    : {
        main: tableAt('Pipfile', ['packages'], order),
        development: tableAt('Pipfile', ['dev-packages'], order),
      };
