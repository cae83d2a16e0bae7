import {
  bare,
  child,
  children,
  dotted,
  type Node,
  nameOf,
} from '../../../lib/project/node/code/syntax.ts';
import type { CodeAlone } from '../../../lib/retrofit/node-words.ts';

/** How a module gives a client to other files. */
export interface Given {
  /** The name by which it is asked. */
  readonly name: string;
  /** How it is taken out of its module: `{ db }`, `{ default: db }` or, of CommonJS, `db`. */
  readonly pattern: string;
}

/** What may stand between `=` and the call: one that an earlier load of the file has left. */
export const kept = '(?:await\\s+|[\\w.]+\\s*(?:\\?\\?|\\|\\|)\\s*)?';

/** How a file of CommonJS gives what it makes, once it has run; undefined where that is not sure. */
export function givenByCommon({ text, program }: CodeAlone, made: string): Given | undefined {
  const exported = exportsOf(program);
  const written = [...text.matchAll(/\bmodule\.exports\s*=(?![=>])/g)].length;
  if (written !== exported.times) return undefined;
  const call = new RegExp(`^${kept}${made}(?![\\w$])`);
  const isMade = (node: Node | undefined): boolean =>
    node !== undefined && call.test(text.slice(node.start, node.end));
  const { whole, named } = exported;
  if (isMade(whole)) return { name: 'client', pattern: 'client' };
  const [shown] = [...named].find(([, value]) => isMade(value)) ?? [];
  if (shown !== undefined) return { name: shown, pattern: `{ ${shown} }` };
  const name = variables(program).find(({ init }) => isMade(init))?.name;
  if (name === undefined) return undefined;
  if (isNamed(whole, name)) return { name, pattern: name };
  const isGiven = isNamed(named.get(name), name) || holds(whole, name);
  return isGiven ? { name, pattern: `{ ${name} }` } : undefined;
}

/** What a file leaves in `module.exports`. */
interface Exported {
  /** What it was set to last, and how often it was. */
  readonly whole: Node | undefined;
  readonly times: number;
  /** What was added to that. */
  readonly named: ReadonlyMap<string, Node>;
}

function exportsOf(program: Node): Exported {
  const named = new Map<string, Node>();
  let [whole, times, isLinked]: [Node | undefined, number, boolean] = [undefined, 0, true];
  for (const statement of children(program, 'body')) {
    const { targets, value } = assigned(child(statement, 'expression'));
    if (!value) continue;
    if (targets.includes('module.exports')) {
      named.clear();
      [whole, times, isLinked] = [value, times + 1, targets.includes('exports')];
    }
    for (const target of targets) {
      const [, full, name] = /^(module\.)?exports\.(\w+)$/.exec(target) ?? [];
      if (name !== undefined && (full || isLinked)) named.set(name, value);
    }
  }
  return { whole, times, named };
}

/** What an assignment sets, `exports = module.exports = …` too, and to what. */
function assigned(expression: Node | undefined): { targets: string[]; value: Node | undefined } {
  const targets: string[] = [];
  let value = expression;
  while (value?.type === 'AssignmentExpression' && value.operator === '=') {
    targets.push(dotted(child(value, 'left')));
    value = child(value, 'right');
  }
  return { targets, value };
}

/** The variables of the module itself. */
const variables = (program: Node) =>
  children(program, 'body')
    .filter(({ type }) => type === 'VariableDeclaration')
    .flatMap((statement) => children(statement, 'declarations'))
    .flatMap((each) => {
      const name = nameOf(child(each, 'id'));
      return name === undefined ? [] : [{ name, init: child(each, 'init') }];
    });

const isNamed = (node: Node | undefined, name: string): boolean =>
  bare(node)?.type === 'Identifier' && nameOf(bare(node)) === name;

/** Whether an object has what a name stands for under that name: `{ pool }`, `{ pool: pool }`. */
const holds = (object: Node | undefined, name: string): boolean =>
  children(bare(object), 'properties').some(
    (property) =>
      property.type === 'Property' &&
      !property.computed &&
      nameOf(child(property, 'key')) === name &&
      isNamed(child(property, 'value'), name),
  );
