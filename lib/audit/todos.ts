import { expect } from './failure.ts';
import { expectStatus, json } from './http/answers.ts';
import { asList, type Json } from './json.ts';
import type { Running } from './types.ts';

/** An id that no todo has. */
export const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** A todo as the contract has it. */
export interface Todo {
  readonly id: string;
  readonly title: string;
  readonly done: boolean;
  readonly createdAt: string;
}

/** The JSON as a todo, or a `Failure` that names what is wrong with it. */
export function asTodo(value: Json): Todo {
  const { id, title, done, createdAt, ...more } = value;
  expect(typeof id === 'string' && UUID.test(id), `id ${String(id)} is no UUID`);
  expect(typeof title === 'string', `title ${String(title)} is no text`);
  expect(typeof done === 'boolean', `done ${String(done)} is no boolean`);
  const instant = typeof createdAt === 'string' && INSTANT.test(createdAt);
  expect(instant, `createdAt ${String(createdAt)} is no instant of RFC 3339`);
  expect(Object.keys(more).length === 0, `a todo has also ${Object.keys(more).join(', ')}`);
  return { id, title, done, createdAt };
}

/** Makes a todo over REST; `Failure` unless that is a 201. */
export async function createTodo(app: Running, title: string, more: Json = {}): Promise<Todo> {
  const answer = await app.ask('POST /api/todos', { body: { title, ...more } });
  expectStatus(answer, 201);
  return asTodo(json(answer));
}

/** One page of the list. */
export interface Page {
  readonly items: readonly Todo[];
  readonly total: number;
  readonly limit: number;
  readonly offset: number;
}

/** A page of the list over REST, of a query such as `?limit=5`. */
export async function listTodos(app: Running, query = ''): Promise<Page> {
  const answer = await app.ask(`GET /api/todos${query}`);
  expectStatus(answer, 200);
  const { items, total, limit, offset, ...more } = json(answer);
  for (const [name, value] of Object.entries({ total, limit, offset })) {
    expect(typeof value === 'number', `${answer.asked}: ${name} is ${String(value)}`);
  }
  expect(Object.keys(more).length === 0, `a list has also ${Object.keys(more).join(', ')}`);
  const todos = asList(items, 'items').map(asTodo);
  return { items: todos, total: Number(total), limit: Number(limit), offset: Number(offset) };
}

/** Every todo, page by page. */
export async function allTodos(app: Running): Promise<readonly Todo[]> {
  const all: Todo[] = [];
  for (;;) {
    const { items, total } = await listTodos(app, `?limit=100&offset=${all.length}`);
    all.push(...items);
    if (items.length === 0 || all.length >= total) return all;
  }
}
