import type { Files } from '../../types.ts';
import { lineOf } from '../lines.ts';
import type { Named } from '../procfile.ts';
import { words } from '../words.ts';
import type { Code } from './code/code.ts';
import { bare, child, children, lineAt, literal, type Node, valueIn } from './code/syntax.ts';
import { walk } from './code/walk.ts';

const names = /^(?:(?:ecosystem|pm2|process)(?:\.config)?\.(?:[cm]?js|json)|processes\.json)$/;

/** The processes of a pm2 file. */
export function pm2Of(code: Code, files: Files): readonly Named[] {
  const path = files.list().find((each) => names.test(each));
  if (path === undefined) return [];
  return path.endsWith('.json') ? fromJson(path, files.read(path) ?? '') : fromCode(code, path);
}

function fromJson(path: string, text: string): readonly Named[] {
  try {
    const value = JSON.parse(text);
    const apps: readonly Record<string, unknown>[] = [value.apps ?? value].flat();
    return apps.flatMap((app, index) =>
      named(path, lineOf(text, `"${String(app.script)}"`), index, (key) => app[key]),
    );
  } catch {
    return [];
  }
}

function fromCode(code: Code, path: string): readonly Named[] {
  const source = code.get(path);
  const found: Named[] = [];
  if (!source) return [];
  walk(source.program, (node) => {
    const list =
      node.type === 'Property' && nameIs(node, 'apps') ? bare(child(node, 'value')) : undefined;
    for (const [index, app] of children(list, 'elements').entries()) {
      const read = (key: string): unknown => textsIn(valueIn(app, key));
      found.push(...named(path, lineAt(source.text, app.start), index, read));
    }
  });
  return found;
}

const nameIs = (property: Node, name: string): boolean => {
  const key = child(property, 'key');
  return key?.name === name || key?.value === name;
};

const textsIn = (node: Node | undefined): unknown =>
  node?.type === 'ArrayExpression' ? children(node, 'elements').map(literal) : literal(node);

/** The command of a pm2 app: its script under its interpreter, npm as it is. */
function named(
  path: string,
  line: number,
  index: number,
  read: (key: string) => unknown,
): readonly Named[] {
  const script = read('script');
  if (typeof script !== 'string') return [];
  const args = [read('args') ?? []].flat().flatMap((each) => words(String(each)));
  const flags = [read('node_args') ?? read('interpreter_args') ?? []]
    .flat()
    .flatMap((each) => words(String(each)));
  const interpreter = read('interpreter') ?? read('exec_interpreter');
  const program =
    /^(?:npm|yarn|pnpm)$/.test(script) || interpreter === 'none'
      ? []
      : [String(interpreter ?? 'node')];
  const command = [...program, ...flags, script.replace(/^\.\//, ''), ...args].join(' ');
  const name = String(read('name') ?? `app${index}`);
  return [{ name, command, at: `${path}:${line}` }];
}
