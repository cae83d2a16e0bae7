import { child, type Module, type Node } from './tree.ts';

/** What a call calls: as it is written, and by the module that it comes from. */
export interface Callee {
  written: string;
  meant: string;
}

/** What an import binds: the name in the file, and what it stands for (`fastapi.FastAPI`). */
export interface Binding {
  name: string;
  meant: string;
}

/** Names of a file and where they come from. */
export type Origins = ReadonlyMap<string, string>;

/** The text of a node. */
export function textOf({ text }: Pick<Module, 'text'>, { start, end }: Node): string {
  return text.slice(start, end);
}

/** The names that imports bind, wherever they stand. */
export function originsOf(module: Module): Origins {
  const all = module.nodes.flatMap(({ node }) => boundBy(module, node));
  return new Map(all.map(({ name, meant }) => [name, meant]));
}

/** The names that one import statement binds; none for any other node. */
export function boundBy(module: Module, node: Node): Binding[] {
  const from = child(node, 'module_name');
  if (node.type === 'future_import_statement' || !/^import/.test(node.type)) return [];
  const source = from && textOf(module, from);
  const names = node.children.filter(({ field }) => field === 'name');
  return names.map((one) => bindingOf(module, one, source));
}

/** What a call calls; undefined where that has no name. */
export function calleeOf(module: Module, call: Node, origins: Origins): Callee | undefined {
  const callee = call.type === 'call' ? child(call, 'function') : undefined;
  const written = callee && words(module, callee, new Map());
  const meant = callee && words(module, callee, origins);
  return written === undefined || meant === undefined ? undefined : { written, meant };
}

/** The call that an expression is, seen through `await` and parentheses. */
export function callIn(node: Node): Node | undefined {
  if (node.type === 'call') return node;
  const [inner] = node.children;
  return /^(?:await|parenthesized_expression)$/.test(node.type) && inner
    ? callIn(inner)
    : undefined;
}

function words(module: Module, node: Node, origins: Origins): string | undefined {
  if (node.type === 'identifier') {
    const name = textOf(module, node);
    return origins.get(name) ?? name;
  }
  if (node.type === 'call') {
    const callee = child(node, 'function');
    const inner = callee && words(module, callee, origins);
    return inner === undefined ? undefined : `${inner}()`;
  }
  const [object, attribute] = [child(node, 'object'), child(node, 'attribute')];
  const inner = node.type === 'attribute' && object && words(module, object, origins);
  return inner && attribute ? `${inner}.${textOf(module, attribute)}` : undefined;
}

function bindingOf(module: Module, node: Node, source: string | undefined): Binding {
  const [whole, alias] = [child(node, 'name') ?? node, child(node, 'alias')];
  const meant = textOf(module, whole);
  if (source !== undefined) {
    const name = textOf(module, alias ?? whole);
    return { name, meant: source.endsWith('.') ? source + meant : `${source}.${meant}` };
  }
  if (alias) return { name: textOf(module, alias), meant };
  const [first = meant] = meant.split('.');
  return { name: first, meant: first };
}
