import type { Project, Splice } from '../types.ts';
import type { Code } from './code.ts';
import { dotenvOf } from './dotenv.ts';
import { importOf, type Module } from './module.ts';

/** What listens, for a line that stands before it: its name in the code gives the words of a call. */
export interface Listening {
  /** The file in which it begins to listen, and the line of that, from 1. */
  readonly file: string;
  readonly line: number;
  /** The arguments of the call, for the name of what listens. */
  words(name: string): string;
}

/** A call of what a module gives, directly before the project begins to listen. */
export function beforeListening(
  { file, line, words }: Listening,
  code: Code,
  module: Module,
  verb: string,
): Splice {
  const statement = importOf(module.source(file), verb);
  const message = `before it listens, add: ${statement} ${verb}(${words('<app>')});`;
  return {
    path: file,
    code: true,
    otherwise: { file, line, message },
    edit: async (text) => {
      const { addBefore, addImport, find } = await import('../documents/javascript.ts');
      const place = { calls: ['*.listen'] };
      const found = find(text, { path: file, query: place });
      const name = /^([\w$.]+)\.listen\b/.exec(text.slice(found?.start ?? text.length))?.[1];
      if (!found || !name) return undefined;
      const call = `${verb}(${words(name)});`;
      const wired = addBefore(text, { path: file, place, line: call });
      return wired && addImport(wired, { path: file, statement, module: kindOf(code) });
    },
  };
}

/** A module run before all else; after `.env` is loaded, where a package loads it. */
export function atTheStart(project: Project, code: Code, module: Module): Splice {
  const path = code.entry;
  const source = module.source(path);
  const statement = importOf(source);
  const loads = dotenvOf(project) === 'package';
  const message = `run it before all else that reads the environment${loads ? ', but after dotenv' : ''}: ${statement}`;
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
