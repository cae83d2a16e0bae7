import { insertItem } from '../brackets.ts';
import { nearest } from '../statements.ts';
import { eolOf } from '../text.ts';
import { essence, styled, styleOf } from './style.ts';
import { child, type Module, type Node } from './tree.ts';
import { textOf } from './words.ts';

/** Where an item goes in a list: at an end, or beside another item; and all items that go there. */
export interface Spot {
  at?: 'start' | 'end';
  /** Directly after, or before, the item that says this. */
  after?: string;
  before?: string;
  among?: readonly string[];
}

/** The one list (or tuple) that the module itself assigns to a name, undefined where it is not sure. */
export function listOf(module: Module, name: string): Node | undefined {
  const assigned = module.nodes.filter(
    ({ node, above }) =>
      node.type === 'assignment' && isNamed(module, node, name) && above.length > 0,
  );
  const [only, ...others] = assigned;
  const value = only && child(only.node, 'right');
  if (!value || others.length > 0 || only.above.length !== 2) return undefined;
  const isLiteral = value.type === 'list' || (value.type === 'tuple' && value.children.length > 0);
  const isPlain = value.children.every(({ type }) => !/splat/.test(type));
  return isLiteral && isPlain ? value : undefined;
}

/** Is the item in the list, or added to it elsewhere in the file? */
export function holds(module: Module, name: string, item: string): boolean {
  const wanted = essence(item);
  const lists = module.nodes.flatMap(({ node }) => {
    if (/assignment$/.test(node.type))
      return isNamed(module, node, name) ? [child(node, 'right')] : [];
    const [callee, given] = [child(node, 'function'), child(node, 'arguments')];
    const isAdding =
      callee && new RegExp(`^${name}\\.(?:append|insert|extend)$`).test(textOf(module, callee));
    return isAdding ? [given, ...(given?.children ?? [])] : [];
  });
  const items = lists.flatMap((list) =>
    list ? [...list.children, ...list.children.flatMap(({ children }) => children)] : [],
  );
  return items.some((one) => essence(textOf(module, one)) === wanted);
}

/** Inserts an item; undefined where what it goes beside is not there. */
export function insertInto(
  module: Module,
  list: Node,
  item: string,
  spot: Spot,
): string | undefined {
  const { text } = module;
  const present = list.children.map((one) => essence(textOf(module, one)));
  const index = indexOf(present, essence(item), spot);
  if (index === undefined) return undefined;
  const [style, eol] = [styleOf(module), eolOf(text)];
  const code = styled(item, style, '', text);
  const isFirst = list.children.length === 0;
  return insertItem(text, { start: list.start, end: list.end, items: list.children }, index, {
    print: (indent) =>
      code.replaceAll(eol, eol + (indent ?? '')) + (isFirst && indent !== undefined ? ',' : ''),
    unit: style.unit,
    opens: false,
    pad: '',
    comments: 'hash',
  });
}

function indexOf(present: readonly string[], own: string, { at, after, before, among = [] }: Spot) {
  const order = among.map(essence);
  const beside = after ?? before;
  if (beside === undefined) {
    return at === 'start'
      ? nearest(present, -1, 'after', own, order) + 1
      : nearest(present, present.length, 'before', own, order);
  }
  const anchor = present.indexOf(essence(beside));
  if (anchor < 0) return undefined;
  return after === undefined
    ? nearest(present, anchor, 'before', own, order)
    : nearest(present, anchor, 'after', own, order) + 1;
}

const isNamed = (module: Module, node: Node, name: string) => {
  const left = child(node, 'left');
  return left !== undefined && textOf(module, left) === name;
};
