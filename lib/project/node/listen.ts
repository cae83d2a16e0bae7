import type { Mount } from '../../types.ts';
import { callee, receiver } from './code/calls.ts';
import type { Code } from './code/code.ts';
import type { Known } from './code/known.ts';
import {
  bare,
  child,
  children,
  dotted,
  lineAt,
  type Node,
  nameOf,
  type Source,
  valueIn,
} from './code/syntax.ts';
import { evaluate } from './code/values.ts';
import { walk } from './code/walk.ts';

/** One place where the code begins to listen. */
export interface Listening {
  readonly port: Known | undefined;
  readonly host: Known | undefined;
  readonly mount: Mount;
}

/** Every place where the code listens, the likeliest to be the web process first. */
export function listeningIn(code: Code): readonly Listening[] {
  const found = code.with(/\blisten\s*\(|\bserve\s*\(|startStandaloneServer/).flatMap((source) => {
    const here: Listening[] = [];
    walk(source.program, (node, around) => {
      const options = node.type === 'CallExpression' ? optionsOf(node) : undefined;
      const one = options && listening(code, source, node, options, around());
      if (one) here.push(one);
    });
    return here;
  });
  return found.sort((a, b) => rank(b) - rank(a));
}

const rank = ({ port }: Listening): number =>
  (port?.variable === 'PORT' ? 4 : port?.variable ? 2 : 0) + (port?.value === undefined ? 0 : 1);

/** Where a call has its port and host: in arguments of their own, or in an object. */
function optionsOf(
  call: Node,
): { port: Node; host: Node | undefined; inObject: boolean } | undefined {
  const [first, second] = children(call, 'arguments');
  const name = callee(call);
  if (name === 'listen' && receiver(call) && first) {
    const isFunction = /Function/.test(second?.type ?? '');
    const inObject = bare(first)?.type === 'ObjectExpression';
    return { port: first, host: isFunction ? undefined : second, inObject };
  }
  if (name === 'serve' && first && valueIn(first, 'fetch'))
    return { port: first, host: undefined, inObject: true };
  const standalone = name === 'startStandaloneServer' ? valueIn(second, 'listen') : undefined;
  return standalone && { port: standalone, host: undefined, inObject: true };
}

function listening(
  code: Code,
  source: Source,
  call: Node,
  { port, host, inObject }: { port: Node; host: Node | undefined; inObject: boolean },
  around: readonly Node[],
): Listening | undefined {
  const at = (node: Node | undefined, path: readonly string[]): Known | undefined =>
    node && evaluate(code, { source, node, path });
  const direct = inObject ? undefined : at(port, []);
  const inside = (key: string): Known | undefined => (direct ? undefined : at(port, [key]));
  const foundPort = direct ?? inside('port');
  const foundHost = at(host, []) ?? inside('host') ?? inside('hostname');
  const isSet = foundPort?.variable !== undefined && isPort(foundPort);
  const numbered = isSet || /^\d+$/.test(String(foundPort?.value));
  if (!numbered && callee(call) !== 'serve' && !plausible(call)) return undefined;
  const line = lineAt(source.text, call.start);
  const mount = { file: source.path, line, name: holder(call, around) };
  return { port: numbered ? foundPort : undefined, host: foundHost, mount };
}

/** Not the path of a socket: by what it is without the variable, or by the variable's name. */
const isPort = ({ value, variable = '' }: Known): boolean =>
  value === undefined
    ? !/(?:SOCK|SOCKET|PIPE|PATH|FILE)$/i.test(variable)
    : typeof value !== 'string' || /^\d*$/.test(value);

/** A server by the usual names, though its port is not known. */
const plausible = (call: Node): boolean =>
  /^(?:\w+\.)?(?:app|server|httpServer|http|fastify|koa|api|web)$/i.test(dotted(receiver(call)));

/** The name that holds the server: `const server = app.listen(…)`; else what listens. */
function holder(call: Node, around: readonly Node[]): string {
  const outer = around.find(({ type }) => type !== 'AwaitExpression');
  const target =
    outer?.type === 'VariableDeclarator'
      ? child(outer, 'id')
      : outer?.type === 'AssignmentExpression'
        ? child(outer, 'left')
        : undefined;
  return nameOf(target) ?? dotted(receiver(call));
}
