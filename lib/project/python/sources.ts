import { pythonParser } from '../../documents/python/parser.ts';
import { load } from '../../documents/python/tree.ts';
import type { Files } from '../../types.ts';
import { readModule } from './syntax/read.ts';
import type { Module } from './syntax/types.ts';

/**
 * No more source than this is parsed, in characters: what is named after what it tells comes first,
 * then what lies nearest to the root.
 */
const budget = 400_000;
const largest = 150_000;
const foremost =
  /(?:^|\/)(?:[aw]sgi|settings|config|configuration|manage|app|application|main|__main__|server|celery|urls|gunicorn[\w.-]*)\.py$|(?:^|\/)(?:settings|config)\/[^/]+\.py$/;

const tests =
  /(?:^|\/)(?:tests?|testing|__tests__|e2e)\/|(?:^|\/)(?:test_[^/]*|[^/]*_tests?|tests?|conftest|factories)\.py$/;
const aside =
  /(?:^|\/)(?:\.[^/]+|docs?|examples?|samples?|migrations|versions|node_modules|site-packages|static|media)\//;
const tools = /(?:^|\/)(?:noxfile|fabfile|docs\/conf)\.py$|^(?:[^/]+\/)?setup\.py$/;

/** Whether a path holds tests. */
export const isTest = (path: string): boolean => tests.test(path);

/** What code must mention to tell detection anything; the rest is not parsed. */
const telling = [
  /environ|getenv|\b[Ee]nv\b|config\(|Config\b|Settings\b|envvar|_application\(|WSGI_APP|ASGI_APP/,
  /(?:secret|passw|pwd|token|key|salt)\w*["']?\]?\s*(?::\s*[\w.[\]| ]+=|[:=,])\s*\(?\s*[bru]{0,2}["']/i,
  /:\/\/[^\s/"']*@|\b(?:postgres\w*|mysql\w*|mongodb\w*|rediss?|sqlite\w*)(?:\+\w+)?:\/\/|BEGIN [A-Z ]*PRIVATE/,
  /signal\.|__main__|ENGINE|ROOT_URLCONF|urlpatterns|include_router|register_blueprint|\bmount\(/,
  /["'][^"'\s]*(?:health|ready|readi|live|ping|status|up|ht)[^"'\s]*["']/,
  /FastAPI|Flask|Starlette|Litestar|Sanic|Quart|Bottle|[Ff]alcon|Robyn|Application\(|make_wsgi_app/,
  /Celery|WorkerSettings|Broker|Huey|rq\b|def (?:create|make|build|get|init)_\w*app|create_app|bind\s*=/,
];

/** The project's own modules below a folder that can tell something, tests and tools left out. */
export async function readSources(files: Files, base: string): Promise<readonly Module[]> {
  const prefix = base === '' ? '' : `${base}/`;
  const paths = files
    .list()
    .filter((path) => path.endsWith('.py') && path.startsWith(prefix))
    .filter((path) => !tests.test(path) && !aside.test(path) && !tools.test(path))
    .sort((a, b) => rank(a) - rank(b) || depth(a) - depth(b) || (a < b ? -1 : 1));
  const chosen = within(
    paths.flatMap((path) => {
      const text = files.read(path) ?? '';
      return text.length <= largest && telling.some((pattern) => pattern.test(text))
        ? [{ path, text }]
        : [];
    }),
  );
  if (chosen.length === 0) return [];
  const [parser] = await Promise.all([pythonParser(), load()]);
  return chosen.map(({ path, text }) => readModule(parser, path, text));
}

const rank = (path: string): number => (foremost.test(path) ? 0 : 1);
const depth = (path: string): number => path.split('/').length;

function within<T extends { readonly text: string }>(sources: readonly T[]): readonly T[] {
  let left = budget;
  return sources.filter(({ text: { length } }) => {
    if (length > left) return false;
    left -= length;
    return true;
  });
}
