import { bindingsOf } from './bindings.ts';
import type { Code } from './code.ts';
import {
  bare,
  child,
  children,
  dotted,
  literal,
  type Node,
  nameOf,
  type Source,
} from './syntax.ts';

/** An expression, the file that it stands in, and the properties still to follow in it. */
export interface Place {
  readonly source: Source;
  readonly node: Node;
  readonly path: readonly string[];
  readonly fallback?: Node;
}

/** What a module gives under a path of names: `['default', 'port']`, `['config', 'port']`. */
export function exported(
  code: Code,
  source: Source,
  path: readonly string[],
  depth: number,
): Place | undefined {
  const [name, ...rest] = path;
  if (name === '*') return exported(code, source, rest, depth);
  const inner = name === 'default' ? rest : path;
  for (const statement of children(source.program, 'body')) {
    const found =
      fromModule(source, statement, name, rest) ??
      fromCommonJs(source, statement, inner) ??
      fromOther(code, source, statement, path, depth);
    if (found) return found;
  }
  return undefined;
}

/** `export const x = …`, `export { x }`, `export default …`. */
function fromModule(
  source: Source,
  statement: Node,
  name: string | undefined,
  rest: readonly string[],
): Place | undefined {
  if (statement.type === 'ExportDefaultDeclaration' && name === 'default') {
    const node = child(statement, 'declaration');
    return node && { source, node, path: rest };
  }
  if (statement.type !== 'ExportNamedDeclaration' || child(statement, 'source')) return undefined;
  for (const declarator of children(child(statement, 'declaration'), 'declarations')) {
    const node = child(declarator, 'init');
    if (nameOf(child(declarator, 'id')) === name && node) return { source, node, path: rest };
    const pattern = child(declarator, 'id')?.type === 'ObjectPattern';
    const bound = pattern ? bindingsOf(source).get(name ?? '') : undefined;
    if (bound?.init) {
      const { init, path, fallback } = bound;
      return { source, node: init, path: [...path, ...rest], ...(fallback && { fallback }) };
    }
  }
  const specifier = children(statement, 'specifiers').find(
    (each) => nameOf(child(each, 'exported')) === name,
  );
  const node = child(specifier, 'local');
  return node && { source, node, path: rest };
}

/** `module.exports = …`, `exports.x = …`, `export = …`. */
function fromCommonJs(source: Source, statement: Node, path: readonly string[]): Place | undefined {
  if (statement.type === 'TSExportAssignment') {
    const node = child(statement, 'expression');
    return node && { source, node, path };
  }
  const assignment = child(statement, 'expression');
  if (assignment?.type !== 'AssignmentExpression') return undefined;
  const target = dotted(child(assignment, 'left')).replace(/^module\./, '');
  const node = child(assignment, 'right');
  if (!node) return undefined;
  if (target === 'exports') return { source, node, path };
  const [name, ...rest] = path;
  return target === `exports.${name}` ? { source, node, path: rest } : undefined;
}

/** `export { x } from`, `export * from`. */
function fromOther(
  code: Code,
  source: Source,
  statement: Node,
  [name, ...rest]: readonly string[],
  depth: number,
): Place | undefined {
  const from = literal(child(statement, 'source'));
  if (typeof from !== 'string' || depth > 8 || name === undefined) return undefined;
  const file = code.resolve(source.path, from);
  const other = file === undefined ? undefined : code.get(file);
  if (!other) return undefined;
  if (statement.type === 'ExportAllDeclaration')
    return name === 'default' ? undefined : exported(code, other, [name, ...rest], depth + 1);
  const specifier = children(statement, 'specifiers').find(
    (each) => nameOf(child(each, 'exported')) === name,
  );
  const local = nameOf(child(specifier, 'local'));
  return local === undefined ? undefined : exported(code, other, [local, ...rest], depth + 1);
}

/** The call or object that a name stands for, in this file or another. */
export function locate(code: Code, place: Place, depth = 0): Place | undefined {
  const node = bare(place.node);
  if (node?.type !== 'Identifier' || depth > 8) return node && { ...place, node };
  const binding = bindingsOf(place.source).get(String(node.name));
  if (!binding) return undefined;
  const path = [...binding.path, ...place.path];
  if (binding.init) {
    const next = { source: place.source, node: binding.init, path };
    return binding.init === node ? next : locate(code, next, depth + 1);
  }
  const file = code.resolve(place.source.path, binding.from ?? '');
  const other = file === undefined ? undefined : code.get(file);
  const found = other && exported(code, other, path, depth);
  return found && locate(code, found, depth + 1);
}
