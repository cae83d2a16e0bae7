import { posix } from 'node:path';
import type { Files, Note } from '../../../types.ts';
import { loadParser, type Source } from './syntax.ts';

/** A project's source code: parsed when asked, and kept. */
export interface Code {
  /** What runs in production and is worth parsing, nearest to the root first. */
  readonly sources: readonly Source[];
  /** The parsed file of a path; undefined where there is none or it can't be parsed. */
  get(path: string): Source | undefined;
  /** The file that an import leads to from another file of the project. */
  resolve(from: string, specifier: string): string | undefined;
  readonly notes: readonly Note[];
}

const extensions = /\.(?:[cm]?[jt]s|[jt]sx)$|^bin\/[\w-]+$/;
const tests =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|specs?|e2e|cypress|fixtures|examples?|docs|stories|public|static|assets)\/|[.-](?:test|spec|stories|e2e-spec|d)\.[cm]?[jt]sx?$|\.min\.js$/;
const toolFiles =
  /(?:^|\/)(?:jest|vitest|vite|playwright|cypress|eslint|\.eslintrc|webpack|rollup|babel|postcss|tailwind|commitlint|lint-staged|prettier|\.prettierrc|karma|gulpfile|gruntfile|metro|release)[\w.-]*\.[cm]?[jt]s$/i;
const worth =
  /\benv\b|listen\s*\(|\bserve\s*\(|SIG(?:TERM|INT)|['"`]\/[\w/-]*(?:health|ready|live|status|ping|heartbeat)|Controller\(|Hooks\(|(?:express|fastify|Fastify|Koa|Hono|App)\s*\(|NestFactory|(?:secret|passw|token|api_?key|access_?key|private_?key)|:\/\/[^\s'"]+:[^\s'"]+@|AKIA|config/i;
const most = { files: 600, bytes: 3_000_000 };

/** Whether a path is source code that runs in production: no test, no settings of a tool. */
export const isSource = (path: string): boolean =>
  extensions.test(path) && !tests.test(path) && !toolFiles.test(path);

/** Reads the code of a project. Bounded in number and size; what is left out is noted. */
export async function codeOf(files: Files): Promise<Code> {
  const { texts, left, any } = readable(files);
  const parsed = new Map<string, Source | undefined>();
  const parse = any ? await loadParser() : undefined;
  const paths = new Set(files.list());
  const get = (path: string): Source | undefined => {
    if (!parsed.has(path)) {
      const text = paths.has(path) ? (texts.get(path) ?? files.read(path)) : undefined;
      parsed.set(path, text === undefined ? undefined : parse?.(path, text));
    }
    return parsed.get(path);
  };
  const message = `${left} more source files were not read: only the first ${most.files} are`;
  return {
    sources: [...texts.keys()].flatMap((path) => get(path) ?? []),
    get,
    resolve: (from, specifier) => resolve(paths, from, specifier),
    notes: left > 0 ? [{ file: '.', message }] : [],
  };
}

/** The texts that are worth parsing, the nearest to the root first. */
function readable(files: Files): { texts: Map<string, string>; left: number; any: boolean } {
  const depth = (path: string): number => path.split('/').length;
  const paths = files.list().filter(isSource);
  const near = paths.sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1)).slice(0, most.files);
  const texts = new Map<string, string>();
  let bytes = 0;
  for (const path of near) {
    const text = bytes < most.bytes ? files.read(path) : undefined;
    if (text === undefined || !worth.test(text)) continue;
    bytes += text.length;
    texts.set(path, text);
  }
  return { texts, left: paths.length - near.length, any: near.length > 0 };
}

const endings = ['', '.ts', '.js', '.mjs', '.cjs', '.mts', '.cts', '.tsx', '.jsx', '.json'];

/** The file of a relative import, or of one by the usual aliases of the source folder. */
function resolve(paths: ReadonlySet<string>, from: string, specifier: string): string | undefined {
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
