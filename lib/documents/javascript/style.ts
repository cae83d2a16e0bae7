import type { Node } from 'oxc-parser';
import { eolOf, firstOnLine, indentAt, splice } from '../text.ts';
import { type Module, parse } from './tree.ts';

/** How a file writes its statements. */
export interface Style {
  quote: "'" | '"';
  semicolons: boolean;
  /** One step of indentation. */
  unit: string;
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

/** Code in a file's habits; it is written with single quotes, semicolons and two spaces. */
export function styled(code: string, style: Style, indent: string, text: string): string {
  const { nodes } = parse('code.ts', code);
  const edits = nodes
    .flatMap(({ node }) => [...requoted(node, code, style), ...opened(node, code, style)])
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

const CLOSED = /^(?:ExpressionStatement|VariableDeclaration|ImportDeclaration|ReturnStatement)$/;

function requoted(node: Node, code: string, { quote }: Style): Edit[] {
  const raw = stringOf(node, code);
  if (raw === undefined || /['"\\]/.test(raw.slice(1, -1))) return [];
  return [{ start: node.start, end: node.end, by: quote + raw.slice(1, -1) + quote }];
}

function opened({ type, end }: Node, code: string, { semicolons }: Style): Edit[] {
  const isClosed = CLOSED.test(type) && code[end - 1] === ';' && /^(?:\n|$)/.test(code.slice(end));
  return semicolons || !isClosed ? [] : [{ start: end - 1, end, by: '' }];
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
