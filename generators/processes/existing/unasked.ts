import type { Declarations, Project } from '../../../lib/types.ts';

/** What asks some of the services that code is attached to. */
export interface Asking {
  /** Names of their rows. */
  readonly services: readonly string[];
  readonly declarations: Declarations;
}

/** What requests wait for, and what can be away: no file, and nothing that only watches. */
const awaited = new Set(['postgresql', 'mysql', 'mongodb', 'redis']);

/** Those that were found, one for a service: the first. */
export function sureOf(all: readonly (Asking | undefined)[]): readonly Asking[] {
  const found = all.filter((each) => each !== undefined);
  const isFirst = ({ services }: Asking, index: number): boolean =>
    !found.slice(0, index).some((other) => other.services.some((name) => services.includes(name)));
  return found.filter(isFirst);
}

/** Services of the user's own that `/readyz` does not ask: nothing tells for sure how. */
export function unasked({ facts }: Project, file: string, asked: readonly string[]): Declarations {
  const left = (facts.services?.value ?? []).filter(
    (name) => awaited.has(name) && !asked.includes(name),
  );
  if (left.length === 0) return {};
  const message = `/readyz does not ask ${left.join(' or ')}: add to its checks what does, if requests need it`;
  return { notes: [{ file, message }] };
}
