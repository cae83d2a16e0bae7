import type { Code } from '../../../lib/retrofit/code.ts';
import { type CodeAlone, codeAlone } from '../../../lib/retrofit/node-words.ts';
import type { Client } from './clients/client.ts';
import { type Given, givenByCommon, kept } from './given-common.ts';

/** The one client of its kind that the code makes as it loads, and gives to other files. */
export interface Sole extends Given {
  readonly path: string;
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
    .filter(([, text]) => imported.test(text) && text.search(called) >= 0)
    .flatMap(([path, text]) => {
      const code = codeAlone(path, text);
      return [...(code?.text ?? text).matchAll(called)].map(() => ({ path, code }));
    });
  if (!only?.code || others.length > 0) return undefined;
  const given = (flavour === 'cjs' ? givenByCommon : givenByModule)(only.code, made);
  const opens = given && opened && new RegExp(opened(given.name));
  const isOpened = [...reached].some(
    ([path, text]) =>
      !opens || (opens.test(text) && opens.test(codeAlone(path, text)?.text ?? text)),
  );
  return given && isOpened ? { path: only.path, ...given } : undefined;
}

const typed = '(?:\\s*:[^=;]+)?';

/** The name of a client that stands on a line of the module itself. */
const nameIn = (text: string, made: string, before: string): string | undefined =>
  new RegExp(
    `^(?:${before})(?:const|let|var)\\s+(\\w+)${typed}\\s*=\\s*${kept}${made}\\b`,
    'm',
  ).exec(text)?.[1];

function givenByModule({ text }: CodeAlone, made: string): Given | undefined {
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
