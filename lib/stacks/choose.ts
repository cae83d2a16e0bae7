import { ImagineError } from '../errors.ts';
import type { Facts, Stack } from '../types.ts';
import { stackOf, stacks } from './catalog.ts';
import { neutralStacks } from './neutral.ts';

/**
 * The stack of a project: the one that was chosen, else the one that was found; where its framework
 * has no row, the neutral one of its language. Throws where the language has none either.
 */
export function stackIn(
  chosen: unknown,
  { facts, existing }: { readonly facts: Facts; readonly existing: boolean },
): Stack {
  if (chosen !== undefined) return stackOf(String(chosen));
  if (!existing) return stackOf(stacks[0]?.name ?? '');
  const row = stacks.find(({ name }) => name === facts.stack?.value);
  if (row) return row;
  const language = facts.language?.value;
  const neutral = neutralStacks.find((stack) => stack.language.name === language);
  if (neutral) return neutral;
  throw new ImagineError(
    'no project of Node (package.json) or Python (pyproject.toml, requirements.txt) is here',
  );
}
