import { child, type Module, type Node } from '../../documents/python/tree.ts';
import { calleeOf, type Origins, textOf } from '../../documents/python/words.ts';

/** A file's syntax, its place in the project, and where its names come from. */
export interface Source {
  readonly path: string;
  readonly module: Module;
  readonly origins: Origins;
}

/** Whether an expression is the path of the project's own `.env`, as far as the file itself shows. */
export function isOwnDotenv(source: Source, node: Node): boolean {
  const said = wordIn(source, node);
  if (said !== undefined) return said === '.env';
  if (node.type === 'binary_operator') return isBelowRoot(source, node.children);
  const meant = calleeOf(source.module, node, source.origins)?.meant ?? '';
  const given = argumentsOf(node);
  if (meant === 'os.path.join' || meant.endsWith('.joinpath')) {
    const callee = child(node, 'function');
    const object = callee && child(callee, 'object');
    return isBelowRoot(source, meant === 'os.path.join' || !object ? given : [object, ...given]);
  }
  const [first] = given;
  return /^(?:str|(?:pathlib\.)?Path)$/.test(meant) && first ? isOwnDotenv(source, first) : false;
}

/** The arguments of a call. */
export const argumentsOf = (call: Node): readonly Node[] =>
  child(call, 'arguments')?.children ?? [];

function isBelowRoot(source: Source, [folder, file, ...rest]: readonly Node[]): boolean {
  if (!folder || !file || rest.length > 0 || wordIn(source, file) !== '.env') return false;
  return stepsUp(source, folder) === source.path.split('/').length;
}

const wordIn = ({ module }: Source, node: Node): string | undefined =>
  node.type === 'string' ? /^["']([^"'\\]*)["']$/.exec(textOf(module, node))?.[1] : undefined;

/** How many folders up from the file itself an expression leads; undefined where that isn't plain. */
function stepsUp(source: Source, node: Node): number | undefined {
  const { module, origins } = source;
  const up = (inner: Node | undefined, steps = 0): number | undefined => {
    const below = inner && stepsUp(source, inner);
    return below === undefined ? undefined : below + steps;
  };
  if (node.type === 'identifier') {
    const name = textOf(module, node);
    return name === '__file__' ? 0 : up(assignedTo(module, name, node.start));
  }
  if (node.type === 'attribute') {
    const attribute = child(node, 'attribute');
    return attribute && textOf(module, attribute) === 'parent'
      ? up(child(node, 'object'), 1)
      : undefined;
  }
  if (node.type === 'subscript') {
    const [, index = ''] = /\.parents\[(\d)\]$/.exec(textOf(module, node)) ?? [];
    const [parents] = node.children;
    return index === '' ? undefined : up(parents && child(parents, 'object'), Number(index) + 1);
  }
  const meant = calleeOf(module, node, origins)?.meant ?? '';
  const callee = child(node, 'function');
  if (/\.(?:resolve|absolute)$/.test(meant)) return up(callee && child(callee, 'object'));
  const same = /^(?:str|(?:pathlib\.)?Path|os\.path\.(?:abspath|realpath))$/.test(meant);
  return same || meant === 'os.path.dirname' ? up(argumentsOf(node)[0], same ? 0 : 1) : undefined;
}

/** What the module assigns to a name, once, and before a place. */
function assignedTo(module: Module, name: string, before: number): Node | undefined {
  const all = module.nodes.filter(({ node }) => {
    const left = child(node, 'left');
    return node.type === 'assignment' && left !== undefined && textOf(module, left) === name;
  });
  const [only] = all;
  return all.length === 1 && only && only.node.end <= before
    ? child(only.node, 'right')
    : undefined;
}
