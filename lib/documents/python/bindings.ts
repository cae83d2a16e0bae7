import { child, type Module, type Node } from './tree.ts';
import { boundBy, textOf } from './words.ts';

/** Are all names of an import bound? False if not, undefined where one is another thing's. */
export function isPresent(module: Module, wanted: Module): boolean | undefined {
  const [statement] = wanted.statements;
  const names = statement ? boundBy(wanted, statement) : [];
  const bound = new Map(
    module.statements
      .flatMap((one) => boundBy(module, one))
      .map(({ name, meant }) => [name, meant]),
  );
  const sources = module.statements.flatMap((one) => sourcesOf(module, one));
  const isWhole = wanted.statements.flatMap((one) => sourcesOf(wanted, one));
  const isBound = names.every(({ name, meant }) => bound.get(name) === meant);
  if (isBound && isWhole.every((source) => sources.includes(source))) return true;
  const taken = new Set(module.statements.flatMap((one) => declaredBy(module, one)));
  const isTaken = ({ name, meant }: { name: string; meant: string }) =>
    taken.has(name) || (bound.has(name) && bound.get(name) !== meant);
  return names.some(isTaken) ? undefined : false;
}

/** The modules that an import statement names. */
export function sourcesOf(module: Module, statement: Node): string[] {
  if (!/^import/.test(statement.type)) return [];
  const from = child(statement, 'module_name');
  if (from) return [textOf(module, from)];
  return statement.children.map((one) => textOf(module, child(one, 'name') ?? one));
}

/** The names that a statement declares, by other means than an import. */
function declaredBy(module: Module, statement: Node): string[] {
  if (statement.type === 'decorated_definition') {
    const definition = child(statement, 'definition');
    return definition ? declaredBy(module, definition) : [];
  }
  if (statement.type === 'expression_statement') {
    return statement.children.flatMap((one) => assignedBy(module, one));
  }
  const name = /_definition$/.test(statement.type) ? child(statement, 'name') : undefined;
  return name ? [textOf(module, name)] : [];
}

function assignedBy(module: Module, node: Node): string[] {
  const [left, right] = [child(node, 'left'), child(node, 'right')];
  if (node.type !== 'assignment' || !left) return [];
  const names = left.type === 'identifier' ? [left] : left.children;
  const inner = right ? assignedBy(module, right) : [];
  return [
    ...names.filter(({ type }) => type === 'identifier').map((one) => textOf(module, one)),
    ...inner,
  ];
}
