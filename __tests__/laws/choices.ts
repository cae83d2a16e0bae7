import { concerns } from '../../generators/concerns.ts';
import { filesOf } from '../../lib/files.ts';
import { answer, look } from '../../lib/run.ts';
import { stacks } from '../../lib/stacks/catalog.ts';
import { allPairs, type Choice, menusOf, repair } from '../pairs.ts';

const nothing = await look({
  root: '/nowhere/shop',
  generator: 'app',
  concerns,
  files: filesOf({}),
  given: {},
});

/** Why a choice can't be, if it can't. */
export function refusal(choice: Choice): string | undefined {
  try {
    answer({ ...nothing, given: choice });
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Choices of new apps in which, for every stack, every possible pair of values stands. */
export const choices: readonly Choice[] = stacks.flatMap((stack) => {
  const menus = menusOf(stack);
  const all = allPairs(menus).map((choice) => ({ stack: stack.name, ...choice }));
  return all.map((choice) => repair(choice, menus, refusal));
});

/** A choice in a test's title. */
export const titleOf = (choice: Choice): string =>
  Object.entries(choice)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
