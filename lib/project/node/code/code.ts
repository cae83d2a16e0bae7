import { posix } from 'node:path';
import type { Files, Note } from '../../../types.ts';
import { loadParser, type Source } from './syntax.ts';

/** A project's source code: parsed when asked, and kept. */
export interface Code {
  /** What runs in production, nearest to the root first. */
  readonly sources: readonly Source[];
  /** The sources whose text can hold what is looked for: only they are parsed. */
  with(pattern: RegExp): readonly Source[];
  /** The parsed file of a path; undefined where there is none or it can't be parsed. */
  get(path: string): Source | undefined;
  /** The file that an import leads to from another file of the project. */
  resolve(from: string, specifier: string): string | undefined;
  /** What was left out so far. */
  notes(): readonly Note[];
}

const extensions = /\.(?:[cm]?[jt]s|[jt]sx)$|^bin\/[\w-]+$/;
const tests =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|specs?|e2e|cypress|fixtures|examples?|docs|stories|public|static|assets)\/|(?:^|\/)generators?\/(?:.*\/)?templates?\/|^templates?\/|[.-](?:test|spec|stories|e2e-spec|d)\.[cm]?[jt]sx?$|\.min\.js$/;
const toolFiles =
  /(?:^|\/)(?:jest|vitest|vite|playwright|cypress|eslint|\.eslintrc|webpack|rollup|babel|postcss|tailwind|commitlint|lint-staged|prettier|\.prettierrc|karma|gulpfile|gruntfile|metro|release)[\w.-]*\.[cm]?[jt]s$/i;
/** How much is read, and how many files of it are parsed for what their text may hold. */
const most = { files: 400, bytes: 4_000_000, parsed: 120 };

/** Whether a path is source code that runs in production: no test, no settings of a tool. */
export const isSource = (path: string): boolean =>
  extensions.test(path) && !tests.test(path) && !toolFiles.test(path);

/** Reads the code of a project. Bounded in number and size; what is left out is noted. */
export async function codeOf(files: Files): Promise<Code> {
  const { texts, left } = readable(files);
  const known = new Map<string, Source | undefined>();
  const parse = texts.size > 0 ? await loadParser() : undefined;
  const paths = new Set(files.list());
  const get = (path: string): Source | undefined => {
    if (!known.has(path)) {
      const text = paths.has(path) ? (texts.get(path) ?? files.read(path)) : undefined;
      known.set(path, text === undefined ? undefined : parse?.(path, text));
    }
    return known.get(path);
  };
  const sources = [...texts.keys()].flatMap((path) => get(path) ?? []);
  const chosen = chooser(most.parsed);
  return {
    sources,
    with: (pattern) => sources.filter(({ path, text }) => pattern.test(text) && chosen.take(path)),
    get,
    resolve: (from, specifier) => resolve(paths, from, specifier),
    notes: () => notesOf(left, chosen.refused.size),
  };
}

/** Takes paths until there are enough; those that were taken once stay. */
function chooser(enough: number) {
  const [taken, refused] = [new Set<string>(), new Set<string>()];
  const take = (path: string): boolean => {
    const takes = taken.has(path) || taken.size < enough;
    (takes ? taken : refused).add(path);
    return takes;
  };
  return { take, refused };
}

const notesOf = (unread: number, unparsed: number): readonly Note[] =>
  [
    { count: unread, message: `${unread} source files further down were not read` },
    { count: unparsed, message: `${unparsed} source files further down were not parsed` },
  ].flatMap(({ count, message }) => (count > 0 ? [{ file: '.', message }] : []));

/** The texts of the code, the nearest to the root first. */
function readable(files: Files): { texts: Map<string, string>; left: number } {
  const depth = (path: string): number => path.split('/').length;
  const paths = files.list().filter(isSource);
  const near = paths.sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1)).slice(0, most.files);
  const texts = new Map<string, string>();
  let bytes = 0;
  for (const path of near) {
    const text = bytes < most.bytes ? files.read(path) : undefined;
    if (text === undefined) continue;
    bytes += text.length;
    texts.set(path, text);
  }
  return { texts, left: paths.length - near.length };
}

const endings = ['', '.ts', '.js', '.mjs', '.cjs', '.mts', '.cts', '.tsx', '.jsx', '.json'];

/** The file of a relative import, or of one by the usual aliases of the source folder. */
export function resolve(
  paths: ReadonlySet<string>,
  from: string,
  specifier: string,
): string | undefined {
  const alias = /^(?:@|~|#|src|@src|@app)\/(.*)$/.exec(specifier)?.[1];
  const roots = specifier.startsWith('.')
    ? [posix.join(posix.dirname(from), specifier)]
    : alias
      ? [`src/${alias}`, `app/${alias}`, alias]
      : [`src/${specifier}`, specifier];
  const stems = roots.flatMap((path) => [path, path.replace(/\.[cm]?js$/, '')]);
  return stems
    .flatMap((path) => [path, `${path}/index`].flatMap((stem) => endings.map((end) => stem + end)))
    .find((path) => paths.has(path));
}
