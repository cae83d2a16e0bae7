import { isUtf8 } from 'node:buffer';
import { broken } from './broken.ts';
import { problem, type Reply } from './reply.ts';
import { newTodo, type Store, type Todo } from './store.ts';

/** A request as the routes see it. */
export interface Question {
  readonly method: string;
  readonly url: URL;
  readonly type: string;
  readonly body: Buffer;
  /** Whether the body is compressed. */
  readonly encoded: boolean;
}

const METHODS = { list: ['GET', 'HEAD', 'POST'], item: ['GET', 'HEAD', 'PATCH', 'DELETE'] };
const LIMIT_BYTES = 100_000;

/** The routes below /api. */
export function answerApi(store: Store, question: Question): Reply {
  const { pathname } = question.url;
  const path = broken('trailing-slash') ? pathname.replace(/\/$/, '') : pathname;
  const [, id] = /^\/api\/todos\/([^/]+)$/.exec(path) ?? [];
  if (path !== '/api/todos' && id === undefined) return problem(404);
  const methods = id === undefined ? METHODS.list : METHODS.item;
  if (!methods.includes(question.method)) {
    const allow = broken('allow') ? 'GET' : methods.join(', ');
    return problem(broken('method') ? 404 : 405, { allow });
  }
  if (['POST', 'PATCH'].includes(question.method)) return write(store, question, id);
  if (id === undefined) return list(store, question.url.searchParams);
  if (question.method === 'DELETE') {
    const gone = broken('keep-deleted') ? store.find(id) : store.remove(id);
    return gone ? { status: 204 } : problem(404);
  }
  const todo = store.find(broken('capitals') ? id.toLowerCase() : id);
  if (todo) return { status: 200, body: todo };
  return problem(broken('malformed-id') && !id.includes('-') ? 500 : 404);
}

function list(store: Store, query: URLSearchParams): Reply {
  const number = (name: string, fallback: number) => {
    const text = query.get(name) ?? String(fallback);
    if (broken('query')) return Number.parseInt(text, 10) || fallback;
    return /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  };
  const [limit, offset] = [number('limit', broken('limit') ? 50 : 20), number('offset', 0)];
  const valid = limit >= 1 && limit <= 100 && offset >= 0;
  if (!valid && !broken('query')) return problem(422);
  const items = store.list(limit, offset);
  const total = store.total() + (broken('total') ? 1 : 0);
  return { status: 200, body: { items, total, limit, offset } };
}

function write(store: Store, { body, type, method, encoded }: Question, id?: string): Reply {
  if (body.length > LIMIT_BYTES && !broken('too-large')) return problem(413);
  if (!/^application\/json\b/.test(type) && !broken('any-type')) return problem(415);
  if ((/utf-16/.test(type) || encoded) && !broken('encodings')) return problem(415);
  if (!isUtf8(body) && !broken('utf8')) return problem(400);
  const before = id === undefined ? undefined : store.find(id);
  if (id !== undefined && !before) return problem(404);
  let value: unknown;
  try {
    value = JSON.parse(body.toString());
  } catch {
    return problem(broken('broken-json') ? 500 : 400);
  }
  const changes = valid(value, method === 'POST');
  if (!changes) return problem(422, {}, { errors: faultsOf(value) });
  const todo = { ...(before ?? newTodo()), ...changes };
  store.save(broken('patch') && before ? { ...todo, title: 'Changed too' } : todo);
  const location = broken('location') ? '/nowhere' : `/api/todos/${todo.id}`;
  return before ? { status: 200, body: todo } : { status: 201, body: todo, headers: { location } };
}

function valid(value: unknown, complete: boolean): Partial<Todo> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { title, done } = value as Record<string, unknown>;
  const text = broken('coerce') && title !== null ? title && String(title) : title;
  const length = typeof text === 'string' ? (broken('utf16') ? text.length : [...text].length) : 0;
  const titled = text === undefined ? !complete : length >= 1 && length <= 200;
  const flag =
    done === undefined || typeof done === 'boolean' || (broken('coerce') && done !== null);
  if (!titled || !flag) return undefined;
  return {
    ...(typeof text === 'string' ? { title: text.toWellFormed() } : {}),
    ...(done === undefined ? {} : { done: Boolean(done) }),
  };
}

/** Where the faults are. */
function faultsOf(value: unknown): readonly object[] {
  const names = Object.keys(Object(value));
  const places = broken('pointers') ? [''] : names.map((name) => name.replaceAll('/', '~1'));
  return places.map((place) => ({ pointer: `/${place}` }));
}
