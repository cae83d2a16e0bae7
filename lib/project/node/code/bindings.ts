import { bare, child, children, literal, type Node, nameOf, type Source } from './syntax.ts';
import { walk } from './walk.ts';

/** What a name stands for: an expression and the path of properties into it, or an import. */
export interface Binding {
  /** The initial value; of an import, absent. */
  readonly init?: Node;
  /** The file's own word for where an import comes from. */
  readonly from?: string;
  /** Properties to follow from the value on; `default` and `*` as ESM has them. */
  readonly path: readonly string[];
  /** The value that a destructuring takes where there is none. */
  readonly fallback?: Node;
}

const known = new WeakMap<Source, ReadonlyMap<string, Binding>>();

/** The names that a file binds, by name; the outermost of each name. */
export function bindingsOf(source: Source): ReadonlyMap<string, Binding> {
  const found = known.get(source);
  if (found) return found;
  const names = new Map<string, Binding>();
  const add = (name: string | undefined, binding: Binding): void => {
    if (name !== undefined && !names.has(name)) names.set(name, binding);
  };
  walk(source.program, (node) => {
    if (node.type === 'VariableDeclarator') addDeclared(node, add);
    if (node.type === 'ImportDeclaration') addImported(node, add);
    if (node.type === 'FunctionDeclaration') add(nameOf(child(node, 'id')), withInit(node, []));
    if (node.type === 'PropertyDefinition') {
      add(`this.${nameOf(child(node, 'key'))}`, withInit(child(node, 'value'), []));
    }
  });
  known.set(source, names);
  return names;
}

type Add = (name: string | undefined, binding: Binding) => void;

const withInit = (init: Node | undefined, path: readonly string[], fallback?: Node): Binding => ({
  ...(init && { init }),
  path,
  ...(fallback && { fallback }),
});

function addDeclared(declarator: Node, add: Add): void {
  const init = bare(child(declarator, 'init'));
  const required = requireOf(init);
  const base: Binding = required === undefined ? withInit(init, []) : { from: required, path: [] };
  const target = child(declarator, 'id');
  if (target?.type === 'Identifier') add(nameOf(target), base);
  else if (target?.type === 'ObjectPattern') addPattern(target, base, add);
}

function addPattern(pattern: Node, base: Binding, add: Add): void {
  for (const property of children(pattern, 'properties')) {
    const key = nameOf(child(property, 'key'));
    const value = child(property, 'value');
    if (property.type !== 'Property' || key === undefined || !value) continue;
    const assigned = value.type === 'AssignmentPattern';
    const target = assigned ? child(value, 'left') : value;
    const fallback = assigned ? child(value, 'right') : undefined;
    const binding = { ...base, path: [...base.path, key], ...(fallback && { fallback }) };
    if (target?.type === 'ObjectPattern') addPattern(target, binding, add);
    else add(nameOf(target), binding);
  }
}

function addImported(node: Node, add: Add): void {
  const from = String(literal(child(node, 'source')));
  for (const specifier of children(node, 'specifiers')) {
    const imported = {
      ImportDefaultSpecifier: 'default',
      ImportNamespaceSpecifier: '*',
      ImportSpecifier: nameOf(child(specifier, 'imported')) ?? '',
    }[specifier.type];
    add(nameOf(child(specifier, 'local')), { from, path: [imported ?? ''] });
  }
}

/** The module that `require('…')` or `await import('…')` names. */
export function requireOf(node: Node | undefined): string | undefined {
  const plain = bare(node);
  if (plain?.type === 'ImportExpression') return textOf(child(plain, 'source'));
  if (plain?.type !== 'CallExpression' || nameOf(child(plain, 'callee')) !== 'require')
    return undefined;
  return textOf(children(plain, 'arguments')[0]);
}

const textOf = (node: Node | undefined): string | undefined => {
  const value = literal(node);
  return typeof value === 'string' ? value : undefined;
};
