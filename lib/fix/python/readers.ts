import { child, type Node } from '../../documents/python/tree.ts';
import { calleeOf, textOf } from '../../documents/python/words.ts';
import { argumentsOf, type Source } from './folders.ts';

/** Why a secret stays where what reads variables adds to their names. */
export const prefixed = 'what reads variables here may put a prefix before their names';

const makers = /^(?:environs?\.(?:FileAware)?Env)$/;

/** The class of the reader that a module's own name is, as `environs.Env`. */
export const readerOf = (source: Source, name: string): string | undefined =>
  madeIn(source).find((each) => each.name === name)?.meant;

/** The name of a reader of environs or django-environ that the file makes above. */
export const readerAbove = (source: Source, offset: number): string | undefined =>
  madeIn(source).find(({ end }) => end <= offset)?.name;

/** Whether a reader may put a prefix before the names of variables. */
export function hasPrefix(source: Source, name: string): boolean {
  const { module } = source;
  const given = madeIn(source).filter((each) => each.name === name);
  const isGiven = given.some(({ call }) =>
    argumentsOf(call).some((one) => {
      const keyword = child(one, 'name');
      return !keyword || textOf(module, keyword) === 'prefix';
    }),
  );
  const isSet = module.nodes.some(
    ({ node }) => node.type === 'attribute' && /\.prefix(?:ed)?$/.test(textOf(module, node)),
  );
  return isGiven || isSet;
}

interface Made {
  readonly name: string;
  readonly meant: string;
  readonly call: Node;
  readonly end: number;
}

/** The readers that a module makes, outside of functions and classes. */
function madeIn({ module, origins }: Source): readonly Made[] {
  return module.nodes.flatMap(({ node, above }) => {
    const [left, call] = [child(node, 'left'), child(node, 'right')];
    if (above.length !== 2 || node.type !== 'assignment' || !left || !call) return [];
    const meant = calleeOf(module, call, origins)?.meant;
    return meant && makers.test(meant)
      ? [{ name: textOf(module, left), meant, call, end: node.end }]
      : [];
  });
}
