import {
  child,
  children,
  dotted,
  literal,
  type Node,
} from '../../../lib/project/node/code/syntax.ts';
import { dotenvOf } from '../../../lib/retrofit/dotenv.ts';
import { startedFrom } from '../../../lib/retrofit/started.ts';
import type { Project } from '../../../lib/types.ts';

/** What gives variables values in the code; or takes in what nobody followed, which may. */
const sets =
  /\bprocess\.env(?:\.\w+|\[[^=\n]*\])?\s*(?:\|\||\?\?|&&)?=(?![=>])|\benv(?:\.\w+|\[[^=\n]*\])\s*(?:\|\||\?\?|&&)?=(?![=>])|\(\s*(?:process\.)?env\s*,|(?:from|import|require\()\s*['"](?:#|[@~]\/|src\/)/;
const loads = /loadEnvFile|dotenv/;
const neighbours = /(?:from|import|require\()\s*['"]\./;

/** The variables without which the entry ends its own start: its files do so at their top, come what may. */
export function endedWithout(project: Project, entry: string): ReadonlySet<string> {
  const names = new Set<string>();
  const isLoaded = dotenvOf(project) === 'package';
  const isSure = (text: string): boolean => !sets.test(text) && (isLoaded || !loads.test(text));
  for (const { program, text } of startedFrom(project, entry)) {
    const body = children(program, 'body');
    const isAlone = isLoaded || !body.some(isHoisted);
    for (const statement of body) {
      const name = endingOn(statement);
      const before = text.slice(0, statement.start);
      const isFirst = isAlone && (isLoaded || !neighbours.test(before));
      if (name !== undefined && isFirst && isSure(before)) names.add(name);
    }
    // What runs later may have its variables from here.
    if (!isSure(text)) break;
  }
  return names;
}

/** Whether a statement takes in a neighbour before all others run, wherever it stands. */
const isHoisted = (statement: Node): boolean =>
  String(literal(child(statement, 'source')) ?? '').startsWith('.');

/** The variable in `if (!process.env.NAME) throw …`, also where it exits. */
function endingOn(statement: Node): string | undefined {
  const test = statement.type === 'IfStatement' ? child(statement, 'test') : undefined;
  const isNot = test?.type === 'UnaryExpression' && test.operator === '!';
  const [, name] = /^process\.env\.(\w+)$/.exec(isNot ? dotted(child(test, 'argument')) : '') ?? [];
  const then = child(statement, 'consequent');
  const first = then?.type === 'BlockStatement' ? children(then, 'body')[0] : then;
  return first && ends(first) ? name : undefined;
}

const ends = (statement: Node): boolean =>
  statement.type === 'ThrowStatement' ||
  (statement.type === 'ExpressionStatement' &&
    /^process\.exit$/.test(dotted(child(child(statement, 'expression'), 'callee'))));
