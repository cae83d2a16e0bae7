import type { Node } from 'oxc-parser';
import { type Module, parse } from './tree.ts';

/**
 * The value that a module exports, where it is written out; undefined where the module would have to
 * be run to know. Throws DocumentError.
 */
export function exportedLiteral(path: string, text: string): unknown {
  const module = parse(path, text);
  const exported = module.nodes.map(({ node }) => exportOf(node)).find((one) => one !== undefined);
  return exported && writtenOut(exported, module);
}

/** The values written out for a key, wherever in a file it stands. Throws DocumentError. */
export function literalsOf(path: string, text: string, key: string): readonly unknown[] {
  const module = parse(path, text);
  return module.nodes.flatMap(({ node }) =>
    node.type === 'Property' && nameOf(node.key) === key ? [writtenOut(node.value, module)] : [],
  );
}

function exportOf(node: Node): Node | undefined {
  if (node.type === 'ExportDefaultDeclaration') return node.declaration;
  if (node.type === 'TSExportAssignment') return node.expression;
  if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression')
    return undefined;
  const { object, property } = node.left;
  return nameOf(object) === 'module' && nameOf(property) === 'exports' ? node.right : undefined;
}

/** A value that is written out. */
interface Written {
  readonly value: unknown;
}

function writtenOut(node: Node, module: Module): unknown {
  return read(node, module)?.value;
}

function read(node: Node, module: Module): Written | undefined {
  switch (node.type) {
    case 'Literal':
      return { value: node.value };
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return read(node.expression, module);
    case 'Identifier':
      return constant(node.name, module);
    case 'ArrayExpression':
      return all(node.elements.map((each) => (each ? read(each, module) : undefined)));
    case 'ObjectExpression': {
      const pairs = all(node.properties.map((each) => pairOf(each, module)));
      return pairs && { value: Object.fromEntries(pairs.value as [string, unknown][]) };
    }
    default:
      return undefined;
  }
}

function pairOf(property: Node, module: Module): Written | undefined {
  if (property.type !== 'Property' || property.computed) return undefined;
  const written = read(property.value, module);
  return written && { value: [nameOf(property.key), written.value] };
}

const all = (items: readonly (Written | undefined)[]): Written | undefined =>
  items.includes(undefined) ? undefined : { value: items.map((each) => each?.value) };

/** The value of a constant of the file's own. */
function constant(name: string, module: Module): Written | undefined {
  const made = module.statements
    .flatMap((each) => (each.type === 'VariableDeclaration' ? each.declarations : []))
    .find(({ id }) => nameOf(id) === name);
  return made?.init ? read(made.init, module) : undefined;
}

function nameOf(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}
