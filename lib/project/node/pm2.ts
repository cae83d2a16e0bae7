import type { Files } from '../../types.ts';
import type { Setting } from '../environment.ts';
import { lineOf } from '../lines.ts';
import type { Named } from '../procfile.ts';
import { words } from '../words.ts';
import type { Code } from './code/code.ts';
import { bare, child, children, lineAt, literal, type Node, valueIn } from './code/syntax.ts';
import { walk } from './code/walk.ts';

const names = /^(?:(?:ecosystem|pm2|process)(?:\.config)?\.(?:[cm]?js|json)|processes\.json)$/;

/** A process of pm2's, with the ports that it is given, production's first. */
export interface Managed extends Named {
  readonly settings: readonly Setting[];
}

/** The processes of a pm2 file. */
export function pm2Of(code: Code, files: Files): readonly Managed[] {
  const path = files.list().find((each) => names.test(each));
  if (path === undefined) return [];
  return path.endsWith('.json') ? fromJson(path, files.read(path) ?? '') : fromCode(code, path);
}

function fromJson(path: string, text: string): readonly Managed[] {
  try {
    const value = JSON.parse(text);
    const apps: readonly Record<string, unknown>[] = [value.apps ?? value].flat();
    return apps.flatMap((app, index) =>
      named(path, lineOf(text, `"${String(app.script)}"`), index, (key, inner) =>
        inner === undefined ? app[key] : (app[key] as Record<string, unknown>)?.[inner],
      ),
    );
  } catch {
    return [];
  }
}

function fromCode(code: Code, path: string): readonly Managed[] {
  const source = code.get(path);
  const found: Managed[] = [];
  if (!source) return [];
  walk(source.program, (node) => {
    const list =
      node.type === 'Property' && nameIs(node, 'apps') ? bare(child(node, 'value')) : undefined;
    for (const [index, app] of children(list, 'elements').entries()) {
      const read: Read = (key, inner) => {
        const value = valueIn(app, key);
        return textsIn(inner === undefined ? value : valueIn(value, inner));
      };
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

/** What an app says under a key, or under a key of an object there. */
type Read = (key: string, inner?: string) => unknown;

/** The command of a pm2 app: its script under its interpreter, npm as it is. */
function named(path: string, line: number, index: number, read: Read): readonly Managed[] {
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
  const at = `${path}:${line}`;
  const settings = ['env_production', 'env'].flatMap((key) => {
    const port = read(key, 'PORT');
    return port === undefined ? [] : [{ name: 'PORT', value: String(port), at }];
  });
  return [{ name, command, at, settings }];
}
