import { posix } from 'node:path';
import type { Project } from '../types.ts';
import { importRoot, type PythonCode } from './python.ts';
import { codeAlone } from './python-words.ts';

/** The files of a Python project that its application takes in, by path: their code alone. */
export interface PythonReached {
  /** Those that are loaded as it is, so that to import them once more runs nothing. */
  readonly loaded: ReadonlyMap<string, string>;
  /** Those and what a function or a condition takes in, if it comes to that. */
  readonly all: ReadonlyMap<string, string>;
}

/** What the application's module takes in, itself among it. */
export function pythonReached(project: Project, code: PythonCode): PythonReached {
  return {
    loaded: reachedBy(project, code, (text, path) =>
      path === code.entry ? text + bodyOf(text, code.factory) : text,
    ),
    all: reachedBy(project, code, (text) => text.replace(/^[ \t]+/gm, '')),
  };
}

/** The statements of the function that makes the application, as if they stood outside of it. */
function bodyOf(text: string, factory: string): string {
  if (factory === '') return '';
  const whole = new RegExp(
    `^(?:async )?def ${factory}\\([\\s\\S]*?(?=^[^\\s)]|$(?![\\s\\S]))`,
    'm',
  );
  const [body = ''] = whole.exec(text) ?? [];
  return `\n${body.replace(/^(?: {4}|\t)/gm, '')}`;
}

type Text = (text: string, path: string) => string;

function reachedBy({ theirs }: Project, code: PythonCode, shown: Text): Map<string, string> {
  const root = importRoot(code);
  const paths = new Set(theirs.list());
  const reached = new Map<string, string>();
  const look = [code.entry];
  for (let path = look.pop(); path !== undefined; path = look.pop()) {
    const text = reached.has(path) ? undefined : theirs.read(path);
    if (text === undefined) continue;
    const alone = codeAlone(text);
    reached.set(path, alone);
    const modules = [...taken(shown(alone, path), root, path), path.replace(/\.py$/, '')];
    look.push(...modules.flatMap((each) => filesOf(each, root, paths)));
  }
  return reached;
}

/** The file of a module and those of the packages that it is in: they run before it. */
function filesOf(module: string, root: string, paths: ReadonlySet<string>): readonly string[] {
  const parts = module.slice(root.length).split('/');
  const packages = parts.map((_, end) => `${root}${parts.slice(0, end + 1).join('/')}/__init__.py`);
  const file = paths.has(packages.at(-1) ?? '') ? [] : [`${module}.py`];
  return [...packages, ...file].filter((path) => paths.has(path));
}

const from = /^from[ \t]*(\.*)[ \t]*([\w.]*)[ \t]+import\b[ \t]*(\([^)]*\)|[^\n;]*)/gm;
const whole = /^import[ \t]+([\w., \t]+)/gm;

/** The modules that statements take in, as paths without an ending; some of them are but names. */
function taken(text: string, root: string, path: string): readonly string[] {
  const named = [...text.matchAll(whole)].flatMap(([, names = '']) => wordsOf(names));
  const parts = [...text.matchAll(from)].flatMap(([, dots = '', name = '', names = '']) => {
    const base =
      dots === '' ? root : posix.join(posix.dirname(path), '../'.repeat(dots.length - 1));
    const module = posix.join(base, name.replaceAll('.', '/'));
    return [module, ...wordsOf(names).map((word) => posix.join(module, word))];
  });
  return [...named.map((name) => root + name.replaceAll('.', '/')), ...parts];
}

/** The names of a list, without what each is called here. */
const wordsOf = (names: string): readonly string[] =>
  names.split(',').flatMap((each) => /[\w.]+/.exec(each)?.[0] ?? []);
