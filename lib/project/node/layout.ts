import { posix } from 'node:path';
import * as json from '../../documents/json.ts';
import type { Files } from '../../types.ts';
import type { Manifest } from './manifest.ts';

/** Where sources lie and where the build puts them. */
export interface Layout {
  /** The folder that the build writes, where it is known. */
  readonly output: string | undefined;
  /** `file:line` that tells it. */
  readonly at: string | undefined;
  /** There is a build, so the output will be there. */
  readonly builds: boolean;
  /** The code listens somewhere, or has a framework that does: without a command, there is something to start. */
  readonly listens: boolean;
  /** The file by the usual names of an entry point, else the one that listens. */
  readonly guess: string | undefined;
  /** The source that a built file comes from; another file that is there is its own. */
  sourceOf(path: string): string | undefined;
  /** The built file of a source; undefined where no folder is known. */
  outputOf(path: string): string | undefined;
}

const configs = [
  'tsconfig.build.json',
  'tsconfig.json',
  'tsconfig.app.json',
  'tsconfig.server.json',
];
const guesses = [
  'server',
  'app',
  'index',
  'main',
  'src/server',
  'src/index',
  'src/main',
  'src/app',
  'bin/www',
];
const extensions = ['.js', '.ts', '.mjs', '.cjs', '.mts', '.cts', '.tsx', '.jsx', ''];

/** Reads the layout of a project; `listening` is the file that listens. */
export function layoutOf(
  files: Files,
  manifest: Manifest,
  listening: string | undefined,
  serves = false,
): Layout {
  const { output, root, at } = foldersOf(files, manifest);
  const there = (path: string): boolean => files.read(path) !== undefined;
  const first = (stems: readonly string[]): string | undefined =>
    stems.flatMap((stem) => extensions.map((end) => stem + end)).find(there);
  const scripts = manifest.scripts ?? {};
  return {
    output,
    at,
    builds: Object.keys(scripts).some((name) => /^(?:build|compile|tsc|dist)(?::|$)/.test(name)),
    listens: serves || listening !== undefined,
    guess:
      listening !== undefined
        ? (first(guesses.filter((each) => listening.startsWith(`${each}.`))) ?? listening)
        : first(guesses),
    sourceOf(path) {
      const named = posix.normalize(path);
      // `node build` starts the index of what the build leaves there.
      const folderOf = output ?? /^(?:dist|build|out)$/.exec(named)?.[0];
      const plain = named === folderOf ? `${named}/index` : named;
      const asIs = /\.[cm]?[jt]sx?$/.test(plain) && there(plain) ? plain : undefined;
      const found = asIs ?? first([plain, `${plain}/index`]);
      const isBuilt = output ? plain.startsWith(`${output}/`) : /^(?:dist|build|out)\//.test(plain);
      if (found !== undefined && !isBuilt) return found;
      const [folder = '', ...rest] = plain.split('/');
      const inside =
        output && plain.startsWith(`${output}/`) ? plain.slice(output.length + 1) : rest.join('/');
      const stem = inside.replace(/\.[cm]?jsx?$/, '');
      if (folder === '' || stem === '') return found;
      const source = first([
        posix.join(root ?? 'src', stem),
        stem,
        `src/${stem}`,
        `app/${stem}`,
        `server/${stem}`,
      ]);
      return source ?? found;
    },
    outputOf(path) {
      if (output === undefined) return undefined;
      const from = root ?? (path.startsWith('src/') ? 'src' : '.');
      const inside = from === '.' ? path : path.replace(new RegExp(`^${from}/`), '');
      return posix.join(output, inside.replace(/\.([cm]?)tsx?$/, '.$1js'));
    },
  };
}

interface Folders {
  readonly output: string | undefined;
  readonly root: string | undefined;
  readonly at: string | undefined;
}

/** What the compiler's settings say; Nest's own folder is `dist`. */
function foldersOf(files: Files, { dependencies = {} }: Manifest): Folders {
  for (const path of configs) {
    const text = files.read(path);
    const options = text === undefined ? undefined : optionsIn(text);
    if (!text || typeof options?.outDir !== 'string') continue;
    const root =
      typeof options.rootDir === 'string'
        ? posix.normalize(options.rootDir).replace(/\/$/, '')
        : undefined;
    const line = text.slice(0, text.indexOf('"outDir"')).split('\n').length;
    return {
      output: posix.normalize(options.outDir).replace(/\/$/, ''),
      root,
      at: `${path}:${line}`,
    };
  }
  const nest = dependencies['@nestjs/core'] !== undefined;
  return {
    output: nest ? 'dist' : undefined,
    root: undefined,
    at: nest ? 'package.json:1' : undefined,
  };
}

/** The compiler's options; a file with a mistake in it tells nothing. */
function optionsIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return json.get(text, ['compilerOptions']) as Readonly<Record<string, unknown>> | undefined;
  } catch {
    return undefined;
  }
}
