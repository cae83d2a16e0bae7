import { isDevelopment, kindOf, unwrapped, withoutReload } from './process.ts';
import { type Command, commandsIn, filled } from './shell.ts';

/** What is around a command: how its scripts are found, and which files of Python serve. */
export interface Around {
  /** The text of a script that a command names. */
  script(path: string): { readonly path: string; readonly text: string } | undefined;
  /** What a target of make does, as a script. */
  recipe(
    target: string,
  ): { readonly path: string; readonly text: string; readonly line: number } | undefined;
  /** Whether running a file of Python, or a module, serves as in production. */
  serves(target: { readonly path?: string; readonly module?: string }): boolean;
  /** A server that reloads counts without what makes it reload. */
  readonly lenient?: true;
  /** Names of console scripts that the project installs. */
  readonly scripts: ReadonlySet<string>;
  /** The folder of the image that holds the project: its paths are the project's. */
  readonly folder?: string;
}

/** The real process with its evidence. */
export interface Found {
  readonly words: readonly string[];
  readonly place: string;
  /** It was written for an image, whose folders may lie otherwise than the project's. */
  readonly inImage?: true;
  /** Nobody wrote it: it follows from the framework and the server that is a dependency. */
  readonly composed?: true;
}

const deepest = 4;

/** The process that a command line ends in, if it is one for production; scripts are followed. */
export function realProcess(
  text: string,
  place: { readonly path: string; readonly line: number },
  around: Around,
  depth = 0,
): Found | undefined {
  const found = commandsIn(text).flatMap((command) => realOf(command, place, around, depth) ?? []);
  return found.at(-1);
}

/** The process of one command in words. */
export function realOf(
  command: Command,
  place: { readonly path: string; readonly line: number },
  around: Around,
  depth = 0,
): Found | undefined {
  const whole = unwrapped(command.words);
  const words = around.lenient ? withoutReload(whole) : whole;
  if (depth > deepest || isDevelopment(words)) return undefined;
  const here = { ...place, line: place.line + command.line - 1 };
  const kind = kindOf(words);
  if (kind.kind === 'shell') return realProcess(kind.text, here, around, depth + 1);
  if (kind.kind === 'script') return inScript(kind.path, around, depth);
  const recipe = words[0] === 'make' ? around.recipe(words[1] ?? '') : undefined;
  if (recipe) return realProcess(recipe.text, recipe, around, depth + 1);
  const real =
    kind.kind === 'server' ||
    (kind.kind === 'file' && around.serves({ path: kind.path })) ||
    (kind.kind === 'module' && around.serves({ module: kind.name })) ||
    (kind.kind === 'other' && around.scripts.has(kind.name));
  const shown = words.map((word) => inProject(word, around.folder));
  return real ? { words: shown, place: `${here.path}:${here.line}` } : undefined;
}

function inScript(name: string, around: Around, depth: number): Found | undefined {
  const script = around.script(name);
  if (!script) return undefined;
  const text = filled(script.text);
  return realProcess(text, { path: script.path, line: 1 }, around, depth + 1);
}

/** A path of the image as one of the project: `--chdir=/app/src` → `--chdir=src`. */
function inProject(word: string, folder: string | undefined): string {
  if (folder === undefined || folder === '/') return word;
  const [, head = '', path = ''] = /^(-{1,2}[\w-]+=)?(.*)$/.exec(word) ?? [];
  if (path === folder) return `${head}.`;
  return path.startsWith(`${folder}/`) ? head + path.slice(folder.length + 1) : word;
}
