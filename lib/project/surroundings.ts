import type { Facts, Files } from '../types.ts';
import { aloneOn, type Checkout, checkoutOf } from './checkout.ts';
import { type Composed, composedIn } from './composed.ts';
import type { Repository } from './repository.ts';

/** What stands around an existing project's code. */
export interface Surroundings extends Checkout {
  /** The services of the user's own compose file. */
  readonly composed: readonly Composed[];
}

/** Where nothing is around a project. */
export const alone: Surroundings = { ...aloneOn('main'), composed: [] };

/** Looks around a project. Rejects with ImagineError where its compose file can't be parsed. */
export const surroundingsOf = async (
  repository: Repository,
  theirs: Files,
  { compose }: Facts,
): Promise<Surroundings> => ({
  ...checkoutOf(repository),
  composed: compose ? await composedIn(compose.value, theirs.read(compose.value) ?? '') : [],
});
