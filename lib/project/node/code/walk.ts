import { isNode, type Node } from './syntax.ts';

/** Nodes in the order of the text, with the index of the one around each; -1: none. */
interface Flat {
  readonly nodes: readonly Node[];
  readonly outer: readonly number[];
}

const flattened = new WeakMap<Node, Flat>();

/** Every node below one, flattened once: a file is visited for many facts. */
function flat(root: Node): Flat {
  const known = flattened.get(root);
  if (known) return known;
  const [nodes, outer]: [Node[], number[]] = [[], []];
  const add = (node: Node, around: number): void => {
    const index = nodes.push(node) - 1;
    outer.push(around);
    for (const key in node) {
      const value = node[key];
      if (Array.isArray(value)) {
        for (const each of value) if (isNode(each)) add(each, index);
      } else if (isNode(value)) add(value, index);
    }
  };
  add(root, -1);
  flattened.set(root, { nodes, outer });
  return { nodes, outer };
}

/** The nodes around a visited one, the nearest first; gathered when asked for. */
export type Around = () => readonly Node[];

/** Visits every node, outermost first. */
export function walk(root: Node, enter: (node: Node, around: Around) => void): void {
  const { nodes, outer } = flat(root);
  let index = 0;
  const around: Around = () => {
    const found: Node[] = [];
    for (let at = outer[index] ?? -1; at >= 0; at = outer[at] ?? -1) found.push(nodes[at] as Node);
    return found;
  };
  for (; index < nodes.length; index++) enter(nodes[index] as Node, around);
}
