import type { FindHomes } from './homes.ts';
import { tableAt } from './poetry.ts';

/** Pipenv's own file, where the project has one. */
export const pipfile: FindHomes = (files) =>
  files.read('Pipfile') === undefined
    ? undefined
    : { main: tableAt('Pipfile', ['packages']), development: tableAt('Pipfile', ['dev-packages']) };
