import type { Code } from '../../../lib/retrofit/code.ts';
import type { Client } from './clients/client.ts';

/** The one client of its kind that the code makes as it loads, and gives to other files. */
export interface Sole {
  readonly path: string;
  /** The name by which it is asked. */
  readonly name: string;
  /** How it is taken out of its module: `{ db }`, `{ default: db }` or, of CommonJS, `db`. */
  readonly pattern: string;
}

/** Undefined where there is none, several, or none that another file can take in for sure. */
export function soleOf(
  reached: ReadonlyMap<string, string>,
  { flavour }: Code,
  { made, from, opened }: Client,
): Sole | undefined {
  const called = new RegExp(`(?<![\\w.$])${made}(?:<[^>()]*>)?\\(`, 'g');
  const imported = new RegExp(`['"]${from}['"]`);
  const [only, ...others] = [...reached]
    .filter(([, text]) => imported.test(text))
    .flatMap(([path, text]) => [...text.matchAll(called)].map(() => ({ path, text })));
  if (!only || others.length > 0) return undefined;
  const given = (flavour === 'cjs' ? givenByCommon : givenByModule)(only.text, made);
  const isOpened = [...reached.values()].some(
    (text) => !given || !opened || new RegExp(opened(given.name)).test(text),
  );
  return given && isOpened ? { path: only.path, ...given } : undefined;
}

type Given = Omit<Sole, 'path'> | undefined;

/** What may stand between `=` and the call: one that an earlier load of the file has left. */
const kept = '(?:await\\s+|[\\w.]+\\s*(?:\\?\\?|\\|\\|)\\s*)?';
const typed = '(?:\\s*:[^=;]+)?';

/** The name of a client that stands on a line of the module itself. */
const nameIn = (text: string, made: string, before: string): string | undefined =>
  new RegExp(
    `^(?:${before})(?:const|let|var)\\s+(\\w+)${typed}\\s*=\\s*${kept}${made}\\b`,
    'm',
  ).exec(text)?.[1];

function givenByModule(text: string, made: string): Given {
  if (new RegExp(`^export default ${kept}${made}\\b`, 'm').test(text))
    return { name: 'client', pattern: '{ default: client }' };
  const shown = nameIn(text, made, 'export ');
  if (shown) return { name: shown, pattern: `{ ${shown} }` };
  const name = nameIn(text, made, '');
  if (!name) return undefined;
  if (new RegExp(`^export default ${name}\\s*;?\\s*$`, 'm').test(text))
    return { name, pattern: `{ default: ${name} }` };
  const listed = new RegExp(`^export \\{[^}]*\\b(?<!as )${name}(?=\\s*[,}])`, 'm').test(text);
  return listed ? { name, pattern: `{ ${name} }` } : undefined;
}

const out = '(?:module\\.)?exports';

function givenByCommon(text: string, made: string): Given {
  if (new RegExp(`^module\\.exports\\s*=\\s*${kept}${made}\\b`, 'm').test(text))
    return { name: 'client', pattern: 'client' };
  const shown = new RegExp(`^${out}\\.(\\w+)\\s*=\\s*${kept}${made}\\b`, 'm').exec(text)?.[1];
  if (shown) return { name: shown, pattern: `{ ${shown} }` };
  const name = nameIn(text, made, '');
  if (!name) return undefined;
  if (new RegExp(`^module\\.exports\\s*=\\s*${name}\\s*;?\\s*$`, 'm').test(text))
    return { name, pattern: name };
  const listed = new RegExp(
    `^module\\.exports\\s*=\\s*\\{[^}:]*\\b${name}\\s*[,}]|^${out}\\.${name}\\s*=\\s*${name}\\b`,
    'm',
  );
  return listed.test(text) ? { name, pattern: `{ ${name} }` } : undefined;
}
