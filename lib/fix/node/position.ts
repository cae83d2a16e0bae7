import { child, type Node } from '../../project/node/code/syntax.ts';

const wrappers =
  /^(?:TSAsExpression|TSSatisfiesExpression|TSNonNullExpression|TSTypeAssertion|ParenthesizedExpression)$/;
const passing = /^(?:ConditionalExpression|LogicalExpression)$/;
/** What takes a literal and no other expression. */
const fixed =
  /^(?:TS.*|JSX(?!ExpressionContainer).*|Import.*|Export(?:Named|All).*|ExpressionStatement|TaggedTemplateExpression)$/;
const keyed = /^(?:Property|PropertyDefinition|MethodDefinition|AccessorProperty)$/;

/** Whether a reading of the environment can stand where a literal stands; `text` is the file's. */
export function isFree(node: Node, around: readonly Node[], text: string): boolean {
  const [outer] = around;
  if (!outer || (fixed.test(outer.type) && !wrappers.test(outer.type))) return false;
  if (keyed.test(outer.type) && child(outer, 'key') === node) return false;
  if (around.some(({ type }) => type === 'TSEnumDeclaration')) return false;
  const at = around.findIndex(({ type }) => !wrappers.test(type) && !passing.test(type));
  if (around.slice(0, at).some(isConst)) return false;
  return !around.slice(0, at + 1).some((each) => isLiteralType(each, text));
}

const isConst = (node: Node): boolean =>
  child(child(node, 'typeAnnotation'), 'typeName')?.name === 'const';

/** Whether what takes the value is typed by literals: `const mode: 'a' | 'b'`. */
function isLiteralType(taker: Node | undefined, text: string): boolean {
  const [id, left] = [child(taker, 'id'), child(taker, 'left')];
  const types = [taker, id, left].flatMap((node) => child(node, 'typeAnnotation') ?? []);
  return types.some(({ start, end }) => /['"`]/.test(text.slice(start, end)));
}
