/** A node of a syntax tree, as ESTree has it; its children are read by `child` and `children`. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** A parsed source file. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly program: Node;
  readonly comments: readonly Span[];
}

/** From where to where something stands in a text. */
type Span = Pick<Node, 'start' | 'end'>;

/** Makes a source of a text; it is parsed when its program is first looked at. */
export type Parse = (path: string, text: string) => Source;

const nothing: Node = { type: 'Program', start: 0, end: 0, body: [] };

let loaded: Parse | undefined;

/** The parser, where the project's code was looked at: what declares can't wait for it. */
export const loadedParser = (): Parse | undefined => loaded;

/** Loads the parser: only where a project has code. What can't be parsed has an empty program. */
export async function loadParser(): Promise<Parse> {
  loaded ??= await load();
  return loaded;
}

async function load(): Promise<Parse> {
  const { parseSync } = await import('oxc-parser');
  const parse = (path: string, text: string): Pick<Source, 'program' | 'comments'> => {
    const lang = /\.[cm]?js$|^[^.]+$/.test(path) ? 'jsx' : undefined;
    const { program, errors, comments } = parseSync(path, text, lang ? { lang } : {});
    if (errors.length > 0 && program.body.length === 0) return { program: nothing, comments: [] };
    return { program: program as unknown as Node, comments };
  };
  loaded = (path, text) => {
    let parsed: Pick<Source, 'program' | 'comments'> | undefined;
    return {
      path,
      text,
      get program() {
        parsed ??= parse(path, text);
        return parsed.program;
      },
      get comments() {
        parsed ??= parse(path, text);
        return parsed.comments;
      },
    };
  };
  return loaded;
}

/** Whether a value of a tree is a node. */
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** The node below a key, if there is one. */
export function child(node: Node | undefined, key: string): Node | undefined {
  const value = node?.[key];
  return isNode(value) ? value : undefined;
}

/** The nodes of the list below a key. */
export function children(node: Node | undefined, key: string): readonly Node[] {
  const value = node?.[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

const wrappers: Readonly<Record<string, string>> = {
  TSAsExpression: 'expression',
  TSSatisfiesExpression: 'expression',
  TSNonNullExpression: 'expression',
  TSTypeAssertion: 'expression',
  ParenthesizedExpression: 'expression',
  ChainExpression: 'expression',
  AwaitExpression: 'argument',
};

/** An expression without what changes no value: casts, parentheses, `await`. */
export function bare(node: Node | undefined): Node | undefined {
  const key = node && wrappers[node.type];
  return key ? bare(child(node, key)) : node;
}

/** A string or number that stands in the code as it is. */
export function literal(node: Node | undefined): string | number | boolean | undefined {
  const plain = bare(node);
  if (plain?.type === 'Literal') return plain.value as string | number | boolean | undefined;
  if (plain?.type !== 'TemplateLiteral' || children(plain, 'expressions').length > 0)
    return undefined;
  const [quasi] = children(plain, 'quasis');
  return (quasi?.value as { cooked?: string } | undefined)?.cooked;
}

/** The name of an identifier, or of a property that is named in the code. */
export function nameOf(node: Node | undefined): string | undefined {
  if (node?.type === 'Identifier') return String(node.name);
  const value = literal(node);
  return typeof value === 'string' ? value : undefined;
}

/** The property that a member expression names; undefined where it is computed. */
export function propertyOf(node: Node | undefined): string | undefined {
  if (node?.type !== 'MemberExpression') return undefined;
  const property = child(node, 'property');
  return node.computed ? nameOfLiteral(property) : nameOf(property);
}

const nameOfLiteral = (node: Node | undefined): string | undefined => {
  const value = literal(node);
  return typeof value === 'string' ? value : undefined;
};

/** The dotted name of what is called or read: `process.env`, `app.listen`; '' where it has none. */
export function dotted(node: Node | undefined): string {
  const plain = bare(node);
  if (plain?.type === 'Identifier') return String(plain.name);
  if (plain?.type === 'ThisExpression') return 'this';
  const property = propertyOf(plain);
  const object = property === undefined ? '' : dotted(child(plain, 'object'));
  return object === '' ? '' : `${object}.${property}`;
}

/** The value of an object's property, undefined where it has none of that name. */
export function valueIn(object: Node | undefined, name: string): Node | undefined {
  const found = children(bare(object), 'properties').find(
    (property) => property.type === 'Property' && nameOf(child(property, 'key')) === name,
  );
  return child(found, 'value');
}

/** `file:line` of a node. */
export const placeOf = ({ path, text }: Source, { start }: Node): string =>
  `${path}:${lineAt(text, start)}`;

/** The line, from 1, that an offset lies in. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
