import type { Facts, Files } from '../types.ts';
import { aloneOn, type Checkout, checkoutOf } from './checkout.ts';
import { type Composed, composedIn } from './composed.ts';
import type { Repository } from './repository.ts';

/** What stands around an existing project's code. */
export interface Surroundings extends Checkout {
  /** The user's own compose file: the project's, else the next above it. */
  readonly compose: string | undefined;
  /** The services of that file. */
  readonly composed: readonly Composed[];
}

/** Where nothing is around a project. */
export const alone: Surroundings = {
  ...aloneOn('main'),
  compose: undefined,
  composed: [],
};

/** Looks around a project. Rejects with ImagineError where its compose file can't be parsed. */
export async function surroundingsOf(
  repository: Repository,
  theirs: Files,
  facts: Facts,
): Promise<Surroundings> {
  const checkout = checkoutOf(repository);
  const compose = facts.compose?.value ?? composeAbove(checkout, theirs);
  const composed = compose ? await composedIn(compose, theirs.read(compose) ?? '') : [];
  return { ...checkout, compose, composed };
}

const names = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];

function composeAbove({ up }: Checkout, theirs: Files): string | undefined {
  const ups = Array.from({ length: up.length / '../'.length }, (_, index) =>
    '../'.repeat(index + 1),
  );
  return ups
    .flatMap((each) => names.map((name) => each + name))
    .find((path) => theirs.read(path) !== undefined);
}
