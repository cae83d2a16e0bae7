import type { Node } from 'oxc-parser';
import { eolOf, firstOnLine, indentAt, splice } from '../text.ts';
import { type Module, parse } from './tree.ts';

/** How a file writes its statements. */
export interface Style {
  quote: "'" | '"';
  semicolons: boolean;
  /** One step of indentation. */
  unit: string;
  /** A space before the parentheses of a function. */
  spaced?: boolean;
  /** A comma behind the last item of a list whose bracket is on a line of its own. */
  trailing?: boolean;
}

/** The habits of a file: of its first string, of most of its statements, of its first nested line. */
export function styleOf({ text, nodes }: Module): Style {
  const literal = nodes.map(({ node }) => stringOf(node, text)).find((one) => one !== undefined);
  const closable = nodes.filter(({ node }) => CLOSED.test(node.type)).map(({ node }) => node);
  const closed = closable.filter(({ end }) => text[end - 1] === ';');
  const nested = nodes.find(
    ({ node, above }) => above.at(-1)?.type === 'BlockStatement' && firstOnLine(text, node.start),
  );
  return {
    quote: literal?.startsWith('"') ? '"' : "'",
    semicolons: closed.length * 2 >= closable.length,
    unit: nested && indentAt(text, nested.node.start).startsWith('\t') ? '\t' : '  ',
  };
}

/** The same of what only whole files have: of the first function, of most lists. */
export function wholeStyleOf(module: Module): Style {
  const { text, nodes } = module;
  const heads = nodes.flatMap(({ node }) => headOf(node, text) ?? []);
  const ends = nodes.flatMap(({ node }) => lastOf(node, text) ?? []);
  const bare = ends.filter(({ comma }) => !comma);
  const habits = { spaced: heads[0]?.isSpaced ?? false, trailing: bare.length * 2 <= ends.length };
  return { ...styleOf(module), ...habits };
}

/** Code in a file's habits; it is written with single quotes, semicolons, two spaces, commas behind. */
export function styled(code: string, style: Style, indent: string, text: string): string {
  const { nodes } = parse('code.ts', code);
  const edits = nodes
    .flatMap(({ node }) => [
      ...requoted(node, code, style),
      ...opened(node, code, style),
      ...spaced(node, code, style),
      ...ended(node, code, style),
    ])
    .sort((left, right) => right.start - left.start);
  const result = edits.reduce((old, { start, end, by }) => splice(old, start, by, end), code);
  return result
    .split('\n')
    .map((line) => (line === '' ? '' : indent + stepped(line, style)))
    .join(eolOf(text));
}

/** What tells whether two statements say the same: neither quotes nor spaces nor semicolons count. */
export function essence(code: string): string {
  return code
    .replaceAll(/[\s;]+/g, '')
    .replaceAll(/["`]/g, "'")
    .replaceAll(/,([)\]}])/g, '$1');
}

interface Edit {
  start: number;
  end: number;
  by: string;
}

const CLOSED =
  /^(?:ExpressionStatement|VariableDeclaration|ImportDeclaration|ReturnStatement|ThrowStatement|TSTypeAliasDeclaration)$/;

function requoted(node: Node, code: string, { quote }: Style): Edit[] {
  const raw = stringOf(node, code);
  if (raw === undefined || /['"\\]/.test(raw.slice(1, -1))) return [];
  return [{ start: node.start, end: node.end, by: quote + raw.slice(1, -1) + quote }];
}

function opened({ type, end }: Node, code: string, { semicolons }: Style): Edit[] {
  const isClosed = CLOSED.test(type) && code[end - 1] === ';' && /^(?:\n|$)/.test(code.slice(end));
  return semicolons || !isClosed ? [] : [{ start: end - 1, end, by: '' }];
}

/** Where the parentheses of a named function open, and whether there is a space before them. */
function headOf(node: Node, text: string): { at: number; isSpaced: boolean } | undefined {
  if (node.type !== 'FunctionDeclaration' || !node.id || node.typeParameters) return undefined;
  const [, space = ''] = /^(\s*)\(/.exec(text.slice(node.id.end)) ?? [];
  return { at: node.id.end, isSpaced: space !== '' };
}

function spaced(node: Node, code: string, style: Style): Edit[] {
  const head = style.spaced ? headOf(node, code) : undefined;
  return head && !head.isSpaced ? [{ start: head.at, end: head.at, by: ' ' }] : [];
}

/** Where the last item of a list ends whose bracket is on a line of its own, and whether a comma follows. */
function lastOf(node: Node, text: string): { at: number; comma: boolean } | undefined {
  const items = itemsOf(node);
  const last = items.at(-1);
  if (!last || last.type === 'RestElement') return undefined;
  const comma = /^(,?)[ \t]*\r?\n\s*[)\]}]/.exec(text.slice(last.end))?.[1];
  return comma === undefined ? undefined : { at: last.end, comma: comma === ',' };
}

function itemsOf(node: Node): readonly (Node | null)[] {
  if (node.type === 'ObjectExpression') return node.properties;
  if (node.type === 'ArrayExpression') return node.elements;
  if (node.type === 'CallExpression' || node.type === 'NewExpression') return node.arguments;
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|TSFunctionType)$/.test(
    node.type,
  ) && 'params' in node
    ? (node.params as Node[])
    : [];
}

function ended(node: Node, code: string, { trailing = true }: Style): Edit[] {
  const last = trailing ? undefined : lastOf(node, code);
  return last?.comma ? [{ start: last.at, end: last.at + 1, by: '' }] : [];
}

function stringOf(node: Node, text: string): string | undefined {
  return node.type === 'Literal' && typeof node.value === 'string'
    ? text.slice(node.start, node.end)
    : undefined;
}

const stepped = (line: string, { unit }: Style) =>
  line.replace(
    /^ +/,
    (spaces) => unit.repeat(Math.floor(spaces.length / 2)) + ' '.repeat(spaces.length % 2),
  );
