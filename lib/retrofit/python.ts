import { posix } from 'node:path';
import { frameworks } from '../project/python/application/frameworks.ts';
import type { MadeFile, Project, Splice } from '../types.ts';

/** Where the application of a Python project is made, as far as a new module must know. */
export interface PythonCode {
  /** The file that makes the application, and the name that it has there. */
  readonly entry: string;
  readonly object: string;
  /** The calls of which one makes it inside a factory; absent where the module itself makes it. */
  readonly made?: readonly string[];
  /** The folder of its package, and what an import of a neighbour begins with. */
  readonly folder: string;
  readonly prefix: string;
}

/** How the application is found; undefined where there is none, or it is not sure which. */
export function pythonCodeOf({ facts, theirs }: Project): PythonCode | undefined {
  const entry = facts.entry?.value ?? '';
  const text = theirs.read(entry);
  const [name = '', target = ''] = facts.application?.value.split(':') ?? [];
  const path = name.replaceAll('.', '/');
  const isAt = (file: string): boolean => entry === file || entry.endsWith(`/${file}`);
  const isPackage = isAt(`${path}/__init__.py`);
  if (text === undefined || !(isPackage || isAt(`${path}.py`))) return undefined;
  const around = isPackage ? `${name}.` : name.includes('.') ? name.replace(/\w+$/, '') : '';
  const place = { entry, folder: posix.dirname(entry), prefix: around };
  if (/^\w+$/.test(target)) return { ...place, object: target };
  const made = frameworks.flatMap((one) => (one.name === facts.stack?.value ? one.makes : []));
  const object = target.endsWith('()') ? madeIn(text, made) : undefined;
  return object === undefined ? undefined : { ...place, object, made };
}

/** The name that a factory gives to what it makes. */
function madeIn(text: string, made: readonly string[]): string | undefined {
  const calls = made.map((name) => name.replace(/^.*\./, '')).join('|');
  const found = [
    ...text.matchAll(new RegExp(`^[ \\t]+(\\w+) *= *(?:\\w+\\.)?(?:${calls})\\(`, 'gm')),
  ];
  return found.length === 1 ? found[0]?.[1] : undefined;
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
  { folder, prefix }: PythonCode,
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
    name: `${prefix}${name}`,
  };
}

/** The names of all modules that the tool may put beside an application that is in no package. */
const atTheRoot = [
  ...['check_environment', 'environment', 'health', 'health_addresses'],
  ...['metrics', 'server_metrics', 'docs', 'api_docs', 'graphiql', 'graphiql_page'],
];

/** A call of what a module gives, beside the statement that makes the application. */
export function besideApplication(
  { entry, object, made }: PythonCode,
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
      const how = { place: made ? { declares: made } : { assigns: [object] }, line: call };
      const wired = side === 'before' ? addBefore(text, how) : addAfter(text, how);
      const own = name.includes('.') ? [name.replace(/\..*$/, '')] : atTheRoot;
      return wired && addImport(wired, { statement, own });
    },
  };
}
