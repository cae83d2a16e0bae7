import { posix } from 'node:path';
import type { MadeFile, Project, Splice } from '../types.ts';
import { isWrapped } from './wrapped.ts';

/** Where the application of a Python project is made, as far as a new module must know. */
export interface PythonCode {
  /** The file that makes the application, and the name that it has there. */
  readonly entry: string;
  readonly object: string;
  /** The function that makes it; '' where the module itself does. */
  readonly factory: string;
  /** The folder of its package, and what an import of a neighbour begins with. */
  readonly folder: string;
  readonly prefix: string;
  /** Its neighbours are imported relatively (`from .shop import …`): it may be known by several names. */
  readonly relative: boolean;
  /** The modules beside it, as it imports them where it is in no package. */
  readonly neighbours: readonly string[];
}

/** How the application is found; undefined where there is none, or a factory gives it no name. */
export function pythonCodeOf(project: Project): PythonCode | undefined {
  const { application, mount } = project.facts;
  const [name = '', target = ''] = application?.value.split(':') ?? [];
  const entry = moduleFile(project, name);
  const [, own = '', call] = /^(\w+)(\(.*\))?$/.exec(target) ?? [];
  const bound = mount?.value.file === entry ? mount?.value.name : undefined;
  const object = call === undefined ? own : bound;
  if (!entry || !object || !/^\w+$/.test(object)) return undefined;
  if (isWrapped(project, entry, object)) return undefined;
  const isPackage = entry.endsWith('/__init__.py');
  const around = isPackage ? name : name.replace(/(?:^|\.)\w+$/, '');
  const folder = posix.dirname(entry);
  return {
    ...{ entry, object, factory: call === undefined ? '' : own, folder },
    ...{ prefix: around === '' ? '' : `${around}.`, neighbours: modulesIn(project, folder) },
    relative: around !== '' && isRelative(project, entry, around),
  };
}

/** Whether a file takes in what is near it by relative names only; Django's settings name modules whole. */
function isRelative({ facts, theirs }: Project, entry: string, around: string): boolean {
  const text = theirs.read(entry) ?? '';
  const whole = new RegExp(`^(?:from|import) ${around.split('.')[0]}\\b`, 'm');
  return facts.settings === undefined && /^from \.[\w.]* import /m.test(text) && !whole.test(text);
}

/** The names of modules and packages right in a folder. */
function modulesIn({ theirs }: Project, folder: string): readonly string[] {
  const root = folder === '.' ? '' : `${folder}/`;
  const names = theirs.list().flatMap((path) => {
    const below = path.startsWith(root) ? path.slice(root.length) : '';
    return /^(\w+)(?:\.py$|\/__init__\.py$)/.exec(below)?.[1] ?? [];
  });
  return [...new Set(names)];
}

/** The file of a module, by its dotted name; undefined where several may be meant. */
function moduleFile({ facts, theirs }: Project, name: string): string | undefined {
  const path = name.replaceAll('.', '/');
  const ends = [`${path}.py`, `${path}/__init__.py`];
  const isIts = (file: string): boolean =>
    ends.some((end) => file === end || file.endsWith(`/${end}`));
  const told = [facts.mount?.value.file, facts.entry?.value].find((file) => file && isIts(file));
  const found = theirs.list().filter(isIts);
  const sure = told ?? found.find((file) => ends.includes(file)) ?? found[0];
  const isSure = told !== undefined || found.length === 1 || ends.includes(sure ?? '');
  return isSure && sure && theirs.read(sure) !== undefined ? sure : undefined;
}

/** A new module beside the application. */
export interface PythonModule {
  readonly file: MadeFile;
  /** As an import names it. */
  readonly name: string;
}

/** A new module under the first of the names that is free. */
export function pythonModule(
  { theirs }: Project,
  { folder, prefix, relative }: PythonCode,
  template: string,
  names: readonly string[],
): PythonModule {
  const taken = new Set(theirs.list());
  const isTaken = (name: string): boolean =>
    taken.has(posix.join(folder, `${name}.py`)) ||
    taken.has(posix.join(folder, name, '__init__.py'));
  const name = names.find((each) => !isTaken(each)) ?? `twelve_factor_${names[0]}`;
  return {
    file: { path: posix.join(folder, `${name}.py`), template },
    name: `${relative ? '.' : prefix}${name}`,
  };
}

/** The folder that the application's code imports from, with its slash; '' for the project's own. */
export function importRoot({ folder, prefix }: PythonCode): string {
  const depth = prefix.split('.').length - 1;
  const parts = folder === '.' ? [] : folder.split('/');
  return parts
    .slice(0, parts.length - depth)
    .map((part) => `${part}/`)
    .join('');
}

/** The dotted name by which the application's code can import a file; undefined where it can't. */
export function moduleName(code: PythonCode, path: string): string | undefined {
  const root = importRoot(code);
  const name = path.slice(root.length).replace(/(?:\/__init__)?\.py$/, '');
  return path.startsWith(root) && /^[\w/]+$/.test(name) ? name.replaceAll('/', '.') : undefined;
}

/** A file of the project (`openapi.yaml`) as a module's code finds it. */
export function pathFrom(module: string, path: string): string {
  const parts = posix.relative(posix.dirname(module), path).split('/');
  const up = parts.filter((part) => part === '..').length;
  const down = parts.slice(up).map((part) => ` / "${part}"`);
  return `Path(__file__).resolve().parents[${up}]${down.join('')}`;
}

/** The names of all modules that the tool may put beside an application that is in no package. */
const atTheRoot = [
  ...['check_environment', 'environment', 'health', 'health_addresses'],
  ...['metrics', 'server_metrics', 'dashboards', 'web_dashboards'],
];

/** A call of what a module gives, beside the statement that makes the application. */
export function besideApplication(
  { entry, object, factory, neighbours }: PythonCode,
  side: 'before' | 'after',
  { name }: PythonModule,
  call: string,
): Splice {
  const statement = `from ${name} import ${call.replace(/\(.*$/, '')}`;
  const message = `${side} the application is made, add: ${statement}; ${call}`;
  return {
    path: entry,
    code: true,
    otherwise: { file: entry, line: 1, message },
    edit: async (text) => {
      const { addAfter, addBefore, addImport, load } = await import('../documents/python.ts');
      await load();
      const how = { place: { assigns: [object], inside: factory }, line: call };
      const wired = side === 'before' ? addBefore(text, how) : addAfter(text, how);
      const own = name.includes('.') ? [name.replace(/\..*$/, '')] : [...atTheRoot, ...neighbours];
      return wired && addImport(wired, { statement, own });
    },
  };
}
