import type { Node, Statement } from 'oxc-parser';
import { bare, nameIn, requiredBy } from './words.ts';

/** The module that a statement takes in, as it is written; undefined where it does something else. */
export function sourceOf(statement: Statement): string | undefined {
  if (statement.type === 'ImportDeclaration') return statement.source.value;
  if (statement.type === 'TSImportEqualsDeclaration') {
    const { moduleReference: from } = statement;
    return from.type === 'TSExternalModuleReference' ? from.expression.value : undefined;
  }
  if (statement.type === 'ExpressionStatement') return requiredIn(statement.expression);
  if (statement.type !== 'VariableDeclaration') return undefined;
  const sources = statement.declarations.map(({ init }) => init && requiredIn(init));
  return sources.every((source) => source) ? (sources[0] ?? undefined) : undefined;
}

/** The names that such a statement binds, each with what it is: `default`, `*`, `require` or a name. */
export function boundBy(statement: Statement): Map<string, string> {
  if (statement.type === 'TSImportEqualsDeclaration')
    return new Map([[statement.id.name, 'require']]);
  if (statement.type === 'VariableDeclaration')
    return new Map(statement.declarations.flatMap(required));
  if (statement.type !== 'ImportDeclaration') return new Map();
  return new Map(
    statement.specifiers.map((one) => {
      if (one.type === 'ImportSpecifier') return [one.local.name, nameIn(one.imported)];
      return [one.local.name, one.type === 'ImportDefaultSpecifier' ? 'default' : '*'];
    }),
  );
}

/** The names that a statement declares in its scope. */
export function declaredBy(statement: Node): string[] {
  if (statement.type.startsWith('Export') && 'declaration' in statement) {
    return statement.declaration ? declaredBy(statement.declaration as Node) : [];
  }
  if (statement.type === 'ImportDeclaration') return [...boundBy(statement).keys()];
  if (statement.type === 'VariableDeclaration') {
    return statement.declarations.flatMap(({ id }) => namesIn(id));
  }
  const id = 'id' in statement ? statement.id : null;
  return id?.type === 'Identifier' ? [id.name] : [];
}

function required({ id, init }: { id: Node; init: Node | null }): [string, string][] {
  if (!init || requiredIn(init) === undefined) return [];
  const isWhole = requiredBy(bare(init)) !== undefined;
  if (id.type === 'Identifier') return [[id.name, isWhole ? 'require' : '']];
  if (id.type !== 'ObjectPattern') return [];
  return id.properties.flatMap((one): [string, string][] => {
    if (one.type !== 'Property' || one.value.type !== 'Identifier') return [];
    return [[one.value.name, isWhole ? nameIn(one.key) : '']];
  });
}

/** The module of a `require('…')` that an expression begins with. */
function requiredIn(expression: Node): string | undefined {
  const node = bare(expression);
  const source = requiredBy(node);
  if (source !== undefined) return source;
  if (node.type === 'CallExpression') return requiredIn(node.callee);
  return node.type === 'MemberExpression' ? requiredIn(node.object) : undefined;
}

function namesIn(pattern: Node): string[] {
  if (pattern.type === 'Identifier') return [pattern.name];
  if (pattern.type === 'AssignmentPattern') return namesIn(pattern.left);
  if (pattern.type === 'RestElement') return namesIn(pattern.argument);
  if (pattern.type === 'Property') return namesIn(pattern.value);
  if (pattern.type === 'ObjectPattern') return pattern.properties.flatMap(namesIn);
  return pattern.type === 'ArrayPattern'
    ? pattern.elements.flatMap((one) => (one ? namesIn(one) : []))
    : [];
}
