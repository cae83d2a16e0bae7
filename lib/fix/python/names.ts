import type { Visited } from '../../documents/python/tree.ts';
import { boundBy, textOf } from '../../documents/python/words.ts';
import type { Source } from './folders.ts';
import { readerOf } from './readers.ts';

/** Why a secret stays where a name that would read its variable may stand for something else. */
export const rebound = (name: string): string =>
  `${name} may stand for something else here: it is bound in another way, too`;

/** Whether a name is bound by imports of one meaning only, for a place also by none inside its own function. */
export const isOnly = (source: Source, name: string, meant: string, offset?: number): boolean =>
  meaningsOf(source, name, offset).every((each) => each === meant);

/** Whether a name that the code uses already stands for one import or one reader only. */
export function isSingle(source: Source, name: string): boolean {
  const meant = source.origins.get(name);
  if (meant !== undefined) return isOnly(source, name, meant);
  return readerOf(source, name) !== undefined && meaningsOf(source, name).length === 1;
}

/** What each binding of a name makes it: what is imported; undefined for anything else. */
function meaningsOf(
  { module }: Source,
  name: string,
  offset?: number,
): readonly (string | undefined)[] {
  return module.nodes.flatMap((visited) => {
    const { node, above } = visited;
    if (node.type === 'identifier')
      return textOf(module, node) === name && !isRead(visited) ? [undefined] : [];
    const isLocal = offset !== undefined && above.some((one) => scopes(one.type, one, offset));
    return boundBy(module, node)
      .filter((binding) => binding.name === name)
      .map(({ meant }) => (isLocal ? undefined : meant));
  });
}

const scopes = (type: string, { start, end }: { start: number; end: number }, offset: number) =>
  /^(?:function_definition|class_definition)$/.test(type) && start <= offset && offset < end;

/** Where a name is read, by what it stands in and as which of its fields; what isn't listed may bind it. */
const readings: ReadonlySet<string> = new Set([
  ...['attribute object', 'attribute attribute', 'call function', 'subscript value'],
  ...['keyword_argument name', 'keyword_argument value', 'pair value', 'pair key'],
  ...['assignment right', 'augmented_assignment right', 'default_parameter value'],
  ...['typed_default_parameter value', 'for_statement right', 'for_in_clause right'],
  ...['if_statement condition', 'binary_operator left', 'binary_operator right'],
  ...['boolean_operator left', 'boolean_operator right', 'not_operator argument'],
]);
const readers =
  /^(?:argument_list|return_statement|comparison_operator|subscript|type|decorator|interpolation|conditional_expression|dictionary_splat)$/;

function isRead({ node, above }: Visited): boolean {
  const parent = above.at(-1);
  if (!parent || above.some(({ type }) => /^(?:future_)?import/.test(type))) return true;
  return readings.has(`${parent.type} ${node.field}`) || readers.test(parent.type);
}
