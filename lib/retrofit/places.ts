import type { Project, Splice } from '../types.ts';
import type { Code } from './code.ts';
import { dotenvOf } from './dotenv.ts';
import { importOf, type Module, takeIn } from './module.ts';

/** What listens, for a line beside it: its name in the code gives the words of a call. */
export interface Listening {
  /** The file in which it begins to listen, and the line of that, from 1. */
  readonly file: string;
  readonly line: number;
  /** The calls that make it, as `declares` of a query says them. */
  readonly made: readonly string[];
  /** The arguments of the call, for the name of what listens. */
  words(name: string): string;
}

/** A call of what a module gives: before the project begins to listen, else after its app is made. */
export function besideListening(
  { file, line, made, words }: Listening,
  code: Code,
  module: Module,
  verb: string,
): Splice {
  const source = module.source(file);
  const add = `${takeIn(code, source, verb)} ${verb}(${words('<app>')});`;
  return {
    path: file,
    code: true,
    otherwise: { file, line, message: `before it listens, add: ${add}` },
    edit: async (text) => {
      const { addAfter, addBefore, addImport, find, findAll } = await import(
        '../documents/javascript.ts'
      );
      const call = (name: string): string => `${verb}(${words(name)});`;
      const calls = { calls: ['*.listen'] };
      const names = findAll(text, { path: file, query: calls }).map(({ written }) =>
        listener(written),
      );
      const [name] = names;
      if (new Set(names).size > 1 || (names.length > 0 && !name)) return undefined;
      const before = name && addBefore(text, { path: file, place: calls, line: call(name) });
      const declares = { declares: made };
      const own = find(text, { path: file, query: declares })?.name;
      const isOwn = own !== undefined && (name === undefined || name === own);
      const after = () =>
        isOwn ? addAfter(text, { path: file, place: declares, line: call(own) }) : undefined;
      const wired = before || after();
      const statement = importOf(source, verb);
      return wired && addImport(wired, { path: file, statement, module: kindOf(code) });
    },
  };
}

const listener = (written: string): string | undefined => /^([\w$.]+)\.listen$/.exec(written)?.[1];

/** A module run before all else; after `.env` is loaded, where a package loads it. */
export function atTheStart(project: Project, code: Code, module: Module): Splice {
  const path = code.entry;
  const source = module.source(path);
  const loads = dotenvOf(project) === 'package';
  const message = `run it before all else that reads the environment${loads ? ', but after dotenv' : ''}: ${takeIn(code, source)}`;
  return {
    path,
    code: true,
    otherwise: { file: path, line: 1, message },
    edit: (text) => (loads ? afterDotenv(text, code, source) : first(text, code, [source])),
  };
}

async function first(text: string, code: Code, sources: readonly string[]) {
  const { addImport } = await import('../documents/javascript.ts');
  const statement = importOf(sources.at(-1) ?? '');
  return addImport(text, { path: code.entry, statement, module: kindOf(code), first: sources });
}

/** Behind the one statement that loads `.env`; hoisted imports would run before a call. */
async function afterDotenv(text: string, code: Code, source: string) {
  if (/^import\s+['"]dotenv\/config['"]/m.test(text)) {
    return first(text, code, ['dotenv/config', source]);
  }
  if (code.flavour !== 'cjs') return undefined;
  const { addAfter } = await import('../documents/javascript.ts');
  const line = `require('${source}');`;
  return addAfter(text, { path: code.entry, place: { calls: ['dotenv.config'] }, line });
}

const kindOf = ({ flavour }: Code): 'esm' | 'cjs' => (flavour === 'cjs' ? 'cjs' : 'esm');
