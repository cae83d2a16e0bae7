import { isSource, resolve } from '../project/node/code/code.ts';
import {
  child,
  children,
  literal,
  loadedParser,
  type Node,
  type Source,
} from '../project/node/code/syntax.ts';
import { walk } from '../project/node/code/walk.ts';
import type { Project } from '../types.ts';

/**
 * The files of a Node project that surely run as its entry is loaded, in the order in which they do:
 * only what a statement at the top takes in, come what may, by a relative name.
 */
export function startedFrom({ theirs }: Project, entry: string): readonly Source[] {
  const parse = loadedParser();
  const paths = new Set(theirs.list());
  const met = new Set<string>();
  const started: Source[] = [];
  const start = (path: string): void => {
    const text = met.has(path) ? undefined : theirs.read(path);
    if (!parse || text === undefined) return;
    met.add(path);
    const source = parse(path, text);
    for (const specifier of takenIn(source)) {
      const file = specifier.startsWith('.') ? resolve(paths, path, specifier) : undefined;
      if (file !== undefined && isSource(file)) start(file);
    }
    started.push(source);
  };
  start(entry);
  return started;
}

/** What the statements at the top of a file take in. */
function takenIn(source: Source): readonly string[] {
  const used = /\.[cm]?tsx?$/.test(source.path) ? usedIn(source) : undefined;
  return children(source.program, 'body').flatMap((statement) => {
    const from = literal(child(statement, 'source'));
    if (typeof from !== 'string') return requiredIn(statement);
    return isKept(statement, used) ? [from] : [];
  });
}

/** Whether an import is there when the code runs: the compiler drops one of types alone. */
function isKept(statement: Node, used: ReadonlySet<string> | undefined): boolean {
  if (statement.importKind === 'type' || statement.exportKind === 'type') return false;
  if (used === undefined || statement.type === 'ExportAllDeclaration') return true;
  const names = children(statement, 'specifiers').filter(({ importKind }) => importKind !== 'type');
  const isBare = statement.type === 'ImportDeclaration';
  if (isBare && children(statement, 'specifiers').length === 0) return true;
  return isBare && names.some((each) => used.has(String(child(each, 'local')?.name)));
}

const erased = /^TS(?!As|Satisfies|NonNull|TypeAssertion)/;
const naming = /^(?:Import|Export\w*Specifier)/;

/** The names that TypeScript's code has as values. */
function usedIn({ program }: Source): ReadonlySet<string> {
  const used = new Set<string>();
  walk(program, (node, around) => {
    if (node.type !== 'Identifier') return;
    const isValue = around().every(({ type }) => !erased.test(type) && !naming.test(type));
    if (isValue) used.add(String(node.name));
  });
  return used;
}

/** What may stand around a `require` that surely runs. */
const surely =
  /^(?:VariableDeclarat(?:ion|or)|ExpressionStatement|(?:Call|New|Member|Object|Array|Parenthesized|Await)Expression|Property|Export(?:Named|Default)Declaration|TS(?:As|NonNull|Satisfies)Expression)$/;

/** What `require` takes in as a statement at the top runs. */
function requiredIn(statement: Node): readonly string[] {
  const found: string[] = [];
  walk(statement, (node, around) => {
    if (node.type !== 'CallExpression' || child(node, 'callee')?.name !== 'require') return;
    const [first] = children(node, 'arguments');
    const isSure = around().every(
      (each) => each.optional !== true && (surely.test(each.type) || isAssignment(each)),
    );
    const name = literal(first);
    if (isSure && typeof name === 'string') found.push(name);
  });
  return found;
}

const isAssignment = ({ type, operator }: Node): boolean =>
  type === 'AssignmentExpression' && operator === '=';
